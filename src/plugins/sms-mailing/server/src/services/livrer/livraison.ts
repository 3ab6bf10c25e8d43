import type { Issue, Voie } from '../ports/envois';
import type { Moteur } from '../ports/moteur';
import type { Fenetre } from '../ports/transports';
import type { Battement } from './battement';
import { countIssue, type Bilan } from './bilan';
import type { Mesure } from './taille-fenetre';

/** One worker at work: what the functions below share. */
export interface Livraison {
  moteur: Moteur;
  battement: Battement;
  voie: Voie;
  /** From « en cours » to the committed outcome: all that a crash can make incertain. */
  fenetre: Fenetre;
  /** What this turn's messages are made under. */
  epoque: string;
  /** Of the worker, when the turn began: frozen and thawed since, it hands over nothing of it. */
  vie: number;
  /** G: the window is never larger, whatever the transport. */
  garantie: number;
  /** While one group is being marked, the next may be. */
  marques: Fenetre;
  mesure: Mesure;
  signal: AbortSignal;
  bilan: Bilan;
  /** The epoch has moved: what is left is to be prepared anew. */
  perimee: boolean;
  /** First failure of the database: nothing more is handed over. */
  erreur: { cause: unknown } | null;
}

/** Is what this worker holds still its own to hand over? */
export function isAnous({ battement, vie, signal, erreur, perimee }: Livraison): boolean {
  const vivant = battement.isVivant() && battement.vie === vie;
  return vivant && erreur === null && !perimee && !signal.aborted;
}

async function record(livraison: Livraison, issue: Issue): Promise<void> {
  const { moteur, battement, bilan } = livraison;
  await moteur.ledger.record(battement.ouvrier, issue, moteur.clock());
  countIssue(bilan, issue.statut);
}

/** Never rejects: a fault of the database stops the worker. */
export async function recordOrStop(livraison: Livraison, issue: Issue): Promise<void> {
  try {
    await record(livraison, issue);
  } catch (cause) {
    livraison.erreur ??= { cause };
  }
}

/** Not handed over, for sure: as if it had never been claimed. */
export function rendre(id: number): Issue {
  return { statut: 'programme', id, disponibleLe: null, detail: null, compte: false };
}
