import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Empreinteur } from '../../../services/ports/calculs';
import type { Issue } from '../../../services/ports/envois';
import { isPanneDeLaBase } from '../panne';
import { writeIssues, type IssueDite } from './write-issues';

/** Outcomes are committed together, at most this long after they are known, or as soon as this many wait. */
const DELAI_MS = 10;
const TAILLE = 50;
/** Waits between tries while the database is away. */
const REPRISES_MS = [100, 300, 1_000, 3_000];

interface Attente extends IssueDite {
  now: Date;
  resolve: () => void;
  reject: (erreur: unknown) => void;
}

interface Base {
  knex: Knex;
  empreinteur: Empreinteur;
}

/**
 * Writes one group, again and again while the database is away: what left is known here alone. A group
 * refused for one of its outcomes is written one by one, so that the others do not pay for it.
 */
async function commit(
  { knex, empreinteur }: Base,
  groupe: readonly Attente[],
  now: Date
): Promise<void> {
  for (let essai = 0; ; essai += 1) {
    try {
      await writeIssues(knex, empreinteur, groupe, now);
      groupe.forEach(({ resolve }) => resolve());
      return;
    } catch (erreur) {
      if (isPanneDeLaBase(erreur)) {
        await wait(REPRISES_MS[Math.min(essai, REPRISES_MS.length - 1)]);
      } else if (groupe.length === 1) {
        groupe[0]?.reject(erreur);
        return;
      } else {
        await Promise.all(groupe.map((attente) => commit({ knex, empreinteur }, [attente], now)));
        return;
      }
    }
  }
}

/** `record` resolves once its own outcome is committed. */
export function createIssueWriter(
  base: Base
): (ouvrier: string, issue: Issue, now: Date) => Promise<void> {
  let attentes: Attente[] = [];
  let minuterie: NodeJS.Timeout | null = null;

  function flush(): void {
    if (minuterie !== null) {
      clearTimeout(minuterie);
      minuterie = null;
    }
    const groupe = attentes;
    attentes = [];
    const dernier = groupe.at(-1);
    if (dernier !== undefined) {
      void commit(base, groupe, dernier.now);
    }
  }

  return (ouvrier, issue, now) =>
    new Promise((resolve, reject) => {
      attentes.push({ ouvrier, issue, now, resolve, reject });
      if (attentes.length >= TAILLE) {
        flush();
      } else {
        minuterie ??= setTimeout(flush, DELAI_MS);
      }
    });
}
