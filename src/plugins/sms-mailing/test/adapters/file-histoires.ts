import fc from 'fast-check';
import { SOIR, type BancSql } from './envois-base';
import { OUVRIERS, type Annulation, type Nom, type Sortie } from './file-acteurs';
import { Monde } from './file-modele';

/** Envois already waiting when a history begins. */
const DEPART = 6;

/** One step of a history. */
export interface Pas {
  verbe: string;
  agir: (monde: Monde) => unknown;
  [fc.toStringMethod]: () => string;
}

/** Said in a word when a history fails. */
const pas = (verbe: string, agir: Pas['agir']): Pas => ({
  verbe,
  agir,
  [fc.toStringMethod]: () => verbe,
});

const nom = fc.constantFrom(...OUVRIERS);
const sortie = fc.constantFrom<Sortie>('envoye', 'incertain', 'echec', 'transitoire', 'rendu');
const modalite = fc.constantFrom('campagne' as const, 'fiche_entrepreneur' as const);
const limite = fc.integer({ min: 1, max: 4 });

const parOuvrier = (verbe: string, agir: (monde: Monde, n: Nom) => unknown): fc.Arbitrary<Pas> =>
  nom.map((n) => pas(`${n} ${verbe}`, (w) => agir(w, n)));

const annulationPar = (...chemins: Annulation[]): fc.Arbitrary<Pas> =>
  fc
    .constantFrom(...chemins)
    .map((chemin) => pas(`annuler par ${chemin}`, (w) => w.cancel(chemin)));

/** How often each happens: the worker's own round is the ordinary, the rest comes across it. */
const POIDS: readonly [weight: number, arbitrary: fc.Arbitrary<Pas>][] = [
  [12, modalite.map((m) => pas(`programmer ${m}`, (w) => w.programme(m)))],
  [20, fc.tuple(nom, limite).map(([n, l]) => pas(`${n} prend ${String(l)}`, (w) => w.claim(n, l)))],
  [12, parOuvrier('marque', (w, n) => w.mark(n))],
  [12, parOuvrier('point final', (w, n) => w.dot(n))],
  [12, fc.tuple(nom, sortie).map(([n, s]) => pas(`${n} inscrit ${s}`, (w) => w.settle(n, s)))],
  [1, parOuvrier('redit', (w, n) => w.sayAgain(n))],
  [1, parOuvrier('rend', (w, n) => w.giveBack(n))],
  [1, parOuvrier('meurt', (w, n) => w.kill(n))],
  [6, parOuvrier('se fige, et les autres reprennent', (w, n) => w.freeze(n).then(() => w.sweep()))],
  [8, parOuvrier('se réveille et marque', (w, n) => w.thaw(n).then(() => w.mark(n)))],
  [1, fc.constant(pas('STOP', (w) => w.stop()))],
  [4, fc.constant(pas('renvoyer', (w) => w.renvoyer()))],
  [4, annulationPar('fiche', 'sql', 'effacement')],
  [1, annulationPar('campagne', 'modele')],
];
const simple = fc.oneof(...POIDS.map(([weight, arbitrary]) => ({ weight, arbitrary })));

/** Two at the same instant: whatever a lock decides, the rules hold. */
const ensemble = fc
  .tuple(
    parOuvrier('marque', (w, n) => w.mark(n)),
    fc.oneof(
      fc.constant(pas('balayer', (w) => w.sweep())),
      fc.constant(pas('STOP', (w) => w.stop())),
      annulationPar('fiche', 'effacement', 'campagne', 'modele')
    )
  )
  .map(([a, b]) => pas(`${a.verbe} ∥ ${b.verbe}`, (w) => Promise.all([a.agir(w), b.agir(w)])));

/** As on the first day, a few envois already waiting. */
export async function openMonde(banc: BancSql): Promise<Monde> {
  await banc.reset();
  const campagne = await banc.base.add('sms_campagnes', {
    modele_id: banc.lot.modeleId,
    type_contact: 'email',
    type_destinataire: 'entrepreneur',
    filtres: '{}',
    prevu_le: SOIR,
  });
  const monde = new Monde(banc, campagne);
  for (let i = 0; i < DEPART; i += 1) await monde.programme('campagne');
  return monde;
}

/** What may happen, in whatever order. */
export const histoires = (nombre: number): fc.Arbitrary<Pas[]> =>
  fc.array(fc.oneof({ weight: 14, arbitrary: simple }, ensemble), {
    minLength: nombre,
    maxLength: nombre,
  });
