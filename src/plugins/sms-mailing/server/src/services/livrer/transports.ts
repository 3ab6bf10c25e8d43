import { noteFait } from '../../../../core/transport/fautes';
import {
  beginRemise,
  giveBackRemise,
  isOuverte,
  isTardive,
  MARCHE_LIBRE,
  type Marche,
} from '../../../../core/transport/marche';
import { sayHeure, sayMarche, type Lecture } from '../../../../core/transport/phrase';
import type { Transport } from '../../../../core/vocabulaire';
import type { Chrono } from '../ports/chrono';
import type {
  EtatTransport,
  ReglagesTransport,
  RemiseEnCours,
  Transports,
} from '../ports/transports';
import { createDebit } from './debit';
import { createFenetre } from './fenetre';

export const TRANSPORTS: readonly Transport[] = ['mail', 'sms'];

/** Of the hand-overs at once, so many more for what leaves at the click. */
const PART_DES_PLACES = 5;

/** Messages that a limited transport takes together: those of so many seconds. */
const GROUPE_S = 0.1;

const JAMAIS: RemiseEnCours = {
  isPermise: () => false,
  note: () => ({ sienne: false, retourMs: 0 }),
  giveBack: () => undefined,
};

function createTransport(reglages: ReglagesTransport, chrono: Chrono): EtatTransport {
  let { parHeure, partDuClic } = reglages;
  let libreLe: Date | null = null;
  let debit = createDebit(reglages.parSeconde, chrono);
  let marche: Marche = MARCHE_LIBRE;
  let restants = 0;
  let attentes: (() => void)[] = [];

  function move(suivante: Marche): void {
    marche = suivante;
    debit.slow(marche.parMinute);
    if (marche.sonde !== 'en-route') {
      attentes.forEach((resolve) => resolve());
      attentes = [];
    }
  }

  function begin(cle: string): RemiseEnCours {
    const debutee = beginRemise(marche, cle, chrono.elapsed());
    if (debutee === null) {
      return JAMAIS;
    }
    const [suivante, remise] = debutee;
    move(suivante);
    return {
      isPermise: () => !isTardive(marche, remise),
      note(fait, raison) {
        const [apres, verdict] = noteFait(marche, remise, fait, { raison, now: chrono.elapsed() });
        move(apres);
        return verdict;
      },
      giveBack: () => move(giveBackRemise(marche, remise)),
    };
  }

  const isOuvert = (): boolean => isOuverte(marche, chrono.elapsed());
  return {
    places: {
      soir: createFenetre(reglages.parallele),
      immediate: createFenetre(Math.max(1, Math.floor(reglages.parallele / PART_DES_PLACES))),
    },
    parallele: reglages.parallele,
    get debit() {
      return debit;
    },
    plafond(voie): number | null {
      const reserve = voie === 'soir' ? partDuClic / 100 : 0;
      return parHeure === null ? null : Math.floor(parHeure * (1 - reserve));
    },
    noteHeure(instant): void {
      libreLe = instant;
    },
    get parMinute() {
      return marche.parMinute;
    },
    get sonde() {
      return marche.sonde;
    },
    retune(nouveaux): void {
      ({ parHeure, partDuClic } = nouveaux);
      libreLe = null;
      debit = createDebit(nouveaux.parSeconde, chrono);
      // What was on its way under the old settings says nothing of these.
      move({ ...MARCHE_LIBRE, vague: marche.vague + 1 });
    },
    describe(lecture): string | null {
      const complete = { ...lecture, now: chrono.elapsed(), restants };
      const phrases = [sayMarche(marche, complete), sayHeure(parHeure, libreLe, complete)];
      const dites = phrases.filter((phrase) => phrase !== null);
      return dites.length === 0 ? null : dites.join(' ');
    },
    noteRestants(nombre): void {
      restants = nombre;
    },
    isOuvert,
    async settled(): Promise<void> {
      if (marche.sonde === 'en-route') {
        await new Promise<void>((resolve) => attentes.push(resolve));
      }
    },
    async admit(nombre, signal): Promise<number> {
      const limite = debit.parSeconde;
      const groupe = limite === null ? nombre : Math.max(1, Math.floor(limite * GROUPE_S));
      const admis = marche.sonde === 'attendue' ? 1 : Math.min(nombre, groupe);
      await debit.waitTurn(admis, signal);
      return isOuvert() && !signal.aborted ? admis : 0;
    },
    begin,
  };
}

export function createTransports(
  reglages: Readonly<Record<Transport, ReglagesTransport>>,
  chrono: Chrono
): Transports {
  return {
    mail: createTransport(reglages.mail, chrono),
    sms: createTransport(reglages.sms, chrono),
  };
}

/** One text of all that is stopped or slowed. */
export function alerteOf(
  transports: Transports,
  lecture: Pick<Lecture, 'date' | 'zone'>
): string | null {
  const alertes = TRANSPORTS.flatMap((transport) => transports[transport].describe(lecture) ?? []);
  return alertes.length === 0 ? null : alertes.join(' ');
}
