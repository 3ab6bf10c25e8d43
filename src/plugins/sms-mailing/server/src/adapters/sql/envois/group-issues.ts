import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Empreinteur } from '../../../services/ports/calculs';
import type { Issue } from '../../../services/ports/envois';
import { isPanneDeLaBase } from '../panne';
import { writeIssues, type IssueDite } from './write-issues';

/** Outcomes are committed together: those of so long, or of the commit before; at most so many. */
const DELAI_MS = 2;
const TAILLE = 100;
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
async function commit(base: Base, groupe: readonly Attente[], now: Date): Promise<void> {
  for (let essai = 0; ; essai += 1) {
    try {
      await writeIssues(base.knex, base.empreinteur, groupe, now);
      groupe.forEach(({ resolve }) => resolve());
      return;
    } catch (erreur) {
      if (isPanneDeLaBase(erreur)) {
        await wait(REPRISES_MS[Math.min(essai, REPRISES_MS.length - 1)]);
      } else if (groupe.length === 1) {
        groupe[0]?.reject(erreur);
        return;
      } else {
        await Promise.all(groupe.map((attente) => commit(base, [attente], now)));
        return;
      }
    }
  }
}

/** `record` resolves once its own outcome is committed. */
export function createIssueWriter(
  base: Base
): (ouvrier: string, issue: Issue, now: Date) => Promise<void> {
  const attentes: Attente[] = [];
  let enCours = false;

  /** One commit at a time: the next group gathers meanwhile. */
  async function flush(): Promise<void> {
    enCours = true;
    while (attentes.length > 0) {
      await wait(DELAI_MS);
      const groupe = attentes.splice(0, TAILLE);
      const dernier = groupe.at(-1);
      if (dernier !== undefined) {
        await commit(base, groupe, dernier.now);
      }
    }
    enCours = false;
  }

  return (ouvrier, issue, now) =>
    new Promise((resolve, reject) => {
      attentes.push({ ouvrier, issue, now, resolve, reject });
      if (!enCours) {
        void flush();
      }
    });
}
