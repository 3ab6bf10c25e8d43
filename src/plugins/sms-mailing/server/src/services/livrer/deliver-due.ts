import type { Voie } from '../ports/envois';
import type { Moteur } from '../ports/moteur';
import type { Battement } from './battement';
import { emptyBilan, type Bilan } from './bilan';
import { deliverPrise } from './deliver-lot';
import { createFenetre } from './fenetre';
import { isAnous, type Livraison } from './livraison';
import { createMesure } from './taille-fenetre';
import { createTakeLot, type Prise } from './take-lot';

const MARQUES = 2;

export interface Poste {
  voie: Voie;
  battement: Battement;
}

/** A rejection kept for whoever asks, so that it is nobody's while another lot is being sent. */
type Tenue<T> = Promise<{ valeur: T } | { cause: unknown }>;

function hold<T>(promesse: Promise<T>): Tenue<T> {
  return promesse.then(
    (valeur) => ({ valeur }),
    (cause: unknown) => ({ cause })
  );
}

async function unwrap<T>(tenue: Tenue<T>): Promise<T> {
  const resultat = await tenue;
  if ('cause' in resultat) {
    throw resultat.cause;
  }
  return resultat.valeur;
}

/**
 * The next lot is claimed while the one before leaves. A turn that may hand over nothing any more ends: to claim again
 * would be to give back again, without end.
 */
async function deliverAll(livraison: Livraison, take: () => Promise<Prise | null>): Promise<void> {
  let suivante = hold(take());
  try {
    for (
      let prise = await unwrap(suivante);
      prise !== null && isAnous(livraison);
      prise = await unwrap(suivante)
    ) {
      suivante = hold(take());
      await deliverPrise(livraison, prise);
    }
  } finally {
    await suivante;
    await livraison.fenetre.drain();
  }
}

/**
 * Sends all that is due on this voie, lot after lot, oldest first, until nothing is due, nothing may leave, `signal`
 * asks to stop, `epoque`, read before `moteur` was, is over, or this worker was silent too long. Called again and
 * again by one worker, never twice at the same time.
 */
export async function deliverDue(
  moteur: Moteur,
  { voie, battement }: Poste,
  epoque: string,
  signal: AbortSignal
): Promise<Bilan> {
  const { ledger, ouvriers, reglages, clock, journal } = moteur;
  const taille = reglages.fenetre[voie];
  const { ouvrier } = battement;
  await battement.beat();
  if (!(await moteur.horloge.check())) {
    return emptyBilan();
  }
  const livraison: Livraison = {
    moteur,
    battement,
    voie,
    fenetre: createFenetre(taille),
    epoque,
    garantie: taille,
    marques: createFenetre(MARQUES),
    mesure: createMesure(moteur.chrono),
    signal,
    bilan: emptyBilan(),
    vie: battement.vie,
    perimee: false,
    erreur: null,
  };
  // Nothing of ours is on its way yet: what bears our name was left by a fault of the database.
  const { incertains } = await ouvriers.recover(ouvrier, clock());
  if (incertains > 0) {
    journal.warn(
      `Après une panne de la base : ${String(incertains)} envois incertains à vérifier.`
    );
  }
  const { mesure } = livraison;
  await deliverAll(livraison, createTakeLot(moteur, { voie, battement, epoque, mesure, signal }));
  await ledger.giveBack(ouvrier, null);
  if (livraison.erreur !== null) {
    throw livraison.erreur.cause;
  }
  return livraison.bilan;
}
