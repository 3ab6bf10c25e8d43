import { noteFait } from '../../core/transport/fautes';
import {
  beginRemise,
  isOuverte,
  MARCHE_LIBRE,
  type Fait,
  type Marche,
  type Remise,
} from '../../core/transport/marche';

export const MINUTE = 60_000;
const ESSAIS = 5;
const REPRISES = [1, 15, 30, 60, 240];

export interface EnvoiSimule {
  cle: string;
  disponible: number;
  essais: number;
  remises: number;
  etat: 'attend' | 'parti' | 'abandon';
}

/** What the server answers to this one, now. */
export type Serveur = (cle: string, now: number) => Fait;

/** One engine, one server, and time that passes: the rules of core/transport without any I/O. */
export interface MarcheSimulee {
  now: number;
  marche: Marche;
  serveur: Serveur;
  readonly envois: EnvoiSimule[];
  /** Hand-overs in all. */
  remises: number;
  add(nombre: number, prefixe?: string): void;
  /** Hands over what is due, as the engine does, for so long. */
  run(ms: number): void;
  count(etat: EnvoiSimule['etat']): number;
}

interface Simulation extends MarcheSimulee {
  readonly file: EnvoiSimule[];
}

export function simulateMarche(serveur: Serveur, paralleles = 20): MarcheSimulee {
  const banc: Simulation = {
    now: 0,
    file: [],
    marche: MARCHE_LIBRE,
    serveur,
    envois: [],
    remises: 0,
    add(nombre, prefixe = 'e') {
      for (let i = 0; i < nombre; i += 1) {
        const cle = `${prefixe}${String(banc.envois.length + 1)}`;
        const envoi: EnvoiSimule = {
          ...{ cle, disponible: banc.now, essais: 0, remises: 0, etat: 'attend' },
        };
        banc.envois.push(envoi);
        enqueue(banc, envoi);
      }
    },
    run(ms) {
      for (const fin = banc.now + ms; banc.now < fin;) step(banc, fin, paralleles);
    },
    count: (etat) => banc.envois.filter((envoi) => envoi.etat === etat).length,
  };
  return banc;
}

function step(banc: Simulation, fin: number, paralleles: number): void {
  const { marche, now, file } = banc;
  if (!isOuverte(marche, now) || (file[0]?.disponible ?? Infinity) > now) {
    banc.now = Math.min(fin, Math.max(now + 1_000, marche.suspenduJusqua));
    return;
  }
  const seul = marche.sonde === 'attendue' || marche.parMinute !== null;
  const dus = file.findIndex(({ disponible }) => disponible > now);
  const nombre = Math.min(seul ? 1 : paralleles, dus < 0 ? file.length : dus);
  const enVol = file.splice(0, nombre).map((envoi) => ({ envoi, remise: begin(banc, envoi) }));
  enVol.forEach(({ envoi, remise }) => settle(banc, envoi, remise));
  banc.now += banc.marche.parMinute === null ? 100 : MINUTE / banc.marche.parMinute;
}

/** In the order in which they are due. */
function enqueue({ file }: Simulation, envoi: EnvoiSimule): void {
  let rang = file.length;
  while (rang > 0 && file[rang - 1]!.disponible > envoi.disponible) rang -= 1;
  file.splice(rang, 0, envoi);
}

function begin(banc: Simulation, { cle }: EnvoiSimule): Remise {
  const debutee = beginRemise(banc.marche, cle, banc.now);
  if (debutee === null) throw new Error('Two hand-overs where one probe was due.');
  [banc.marche] = debutee;
  return debutee[1];
}

function settle(banc: Simulation, envoi: EnvoiSimule, remise: Remise): void {
  banc.remises += 1;
  envoi.remises += 1;
  const fait = banc.serveur(envoi.cle, banc.now);
  const contexte = { raison: `Le serveur : ${fait.genre}`, now: banc.now };
  const [marche, verdict] = noteFait(banc.marche, remise, fait, contexte);
  banc.marche = marche;
  if (fait.genre === 'parti') {
    envoi.etat = 'parti';
  } else if (!verdict.sienne) {
    envoi.disponible = banc.now + verdict.retourMs;
  } else if (envoi.essais >= ESSAIS || fait.genre === 'acces') {
    envoi.etat = 'abandon';
  } else {
    envoi.disponible = banc.now + (REPRISES[envoi.essais] ?? 0) * MINUTE;
    envoi.essais += 1;
  }
  if (envoi.etat === 'attend') {
    enqueue(banc, envoi);
  }
}

/** Takes so many a minute, then says « later » until the next. */
export function limitServeur(parMinute: number): Serveur {
  let minute = -1;
  let pris = 0;
  return (_, now) => {
    if (Math.floor(now / MINUTE) !== minute) {
      minute = Math.floor(now / MINUTE);
      pris = 0;
    }
    pris += 1;
    return pris <= parMinute ? { genre: 'parti' } : { genre: 'plus-tard' };
  };
}
