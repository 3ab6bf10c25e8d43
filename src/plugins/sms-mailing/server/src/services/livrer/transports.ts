import { sayHeure, sayMarche, type Lecture } from '../../../../core/transport/phrase';
import type { Transport } from '../../../../core/vocabulaire';
import type { Chrono } from '../ports/chrono';
import type { Voie } from '../ports/envois';
import type { EtatTransport, Fenetre, ReglagesTransport, Transports } from '../ports/transports';
import { createDebit } from './debit';
import { createFenetre } from './fenetre';
import { createMarcheVivante } from './vivre-marche';

export const TRANSPORTS: readonly Transport[] = ['mail', 'sms'];

/** Of the hand-overs at once, so many more for what leaves at the click. */
const PART_DES_PLACES = 5;

/** Messages that a limited transport takes together: those of so many seconds. */
const GROUPE_S = 0.1;

function createPlaces(parallele: number): Record<Voie, Fenetre> {
  return {
    soir: createFenetre(parallele),
    immediate: createFenetre(Math.max(1, Math.floor(parallele / PART_DES_PLACES))),
  };
}

function createTransport(reglages: ReglagesTransport, chrono: Chrono): EtatTransport {
  let { parHeure, partDuClic } = reglages;
  let libreLe: Date | null = null;
  let restants = 0;
  let debit = createDebit(reglages.parSeconde, chrono);
  const marche = createMarcheVivante(chrono, ({ parMinute }) => debit.slow(parMinute));
  return {
    places: createPlaces(reglages.parallele),
    parallele: reglages.parallele,
    get debit() {
      return debit;
    },
    get parMinute() {
      return marche.courante.parMinute;
    },
    get sonde() {
      return marche.courante.sonde;
    },
    plafond(voie): number | null {
      const reserve = voie === 'soir' ? partDuClic / 100 : 0;
      return parHeure === null ? null : Math.floor(parHeure * (1 - reserve));
    },
    noteHeure(instant): void {
      libreLe = instant;
    },
    noteRestants(nombre): void {
      restants = nombre;
    },
    retune(nouveaux): void {
      ({ parHeure, partDuClic } = nouveaux);
      libreLe = null;
      debit = createDebit(nouveaux.parSeconde, chrono);
      marche.beginAnew();
    },
    describe(lecture): string | null {
      const complete = { ...lecture, now: chrono.elapsed(), restants };
      const phrases = [
        sayMarche(marche.courante, complete),
        sayHeure(parHeure, libreLe, complete),
      ].filter((phrase) => phrase !== null);
      return phrases.length === 0 ? null : phrases.join(' ');
    },
    async admit(nombre, signal): Promise<number> {
      const limite = debit.parSeconde;
      const groupe = limite === null ? nombre : Math.max(1, Math.floor(limite * GROUPE_S));
      const admis = marche.courante.sonde === 'attendue' ? 1 : Math.min(nombre, groupe);
      await debit.waitTurn(admis, signal);
      return marche.isOuvert() && !signal.aborted ? admis : 0;
    },
    isOuvert: () => marche.isOuvert(),
    begin: (cle) => marche.begin(cle),
    settled: () => marche.settled(),
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
