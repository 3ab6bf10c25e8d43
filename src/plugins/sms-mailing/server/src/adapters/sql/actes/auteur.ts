import { AsyncLocalStorage } from 'node:async_hooks';
import type { Auteur } from '../../../../../core/acte';

type LireAuteur = () => Auteur | null;

const enCours = new AsyncLocalStorage<LireAuteur>();

/** What `work` writes is written by who is read then: a request is entered before it says whose it is. */
export function runAs<T>(lireAuteur: LireAuteur, work: () => T): T {
  return enCours.run(lireAuteur, work);
}

/** Null: nobody asks, the module is at work by itself. */
export function readAuteur(): Auteur | null {
  return enCours.getStore()?.() ?? null;
}
