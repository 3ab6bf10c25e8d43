import type { Knex } from 'knex';
import {
  listSources,
  TABLES_CALCULEES,
  type TableCalculee,
} from '../../../../../core/colonnes-calculees';
import type { Calculs, Empreinteur } from '../../../services/ports/calculs';
import { createCompute } from './compute';
import { MARQUE } from './marque';
import { refreshCalculs } from './refresh';
import { refreshAllNoms, refreshNoms } from '../noms/refresh';
import { rekeyPrecedentes } from '../oppositions/rekey';

type Ligne = Readonly<Record<string, unknown>>;

const PAR_UID = new Map(TABLES_CALCULEES.map((table) => [table.uid, table]));

/** Computed columns come from nobody. */
function withoutCalculees({ calculees }: TableCalculee, ligne: Ligne): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(ligne).filter(([nom]) => nom !== MARQUE && !Object.hasOwn(calculees, nom))
  );
}

export function createCalculs(knex: Knex, empreinteur: Empreinteur): Calculs {
  return {
    async complete(uid, ligne, readSources): Promise<Record<string, unknown>> {
      const table = PAR_UID.get(uid);
      if (table === undefined) {
        return { ...ligne };
      }
      const ecrite = withoutCalculees(table, ligne);
      const sources = listSources(table);
      const absentes = sources.filter((nom) => ecrite[nom] === undefined);
      if (absentes.length === sources.length) {
        return ecrite;
      }
      const autres = absentes.length === 0 ? {} : await readSources(absentes);
      if (autres === null) {
        return ecrite;
      }
      const { compute, listAdresses } = createCompute(table, empreinteur);
      const calculee = compute({ ...autres, ...ecrite });
      await rekeyPrecedentes(knex, empreinteur, listAdresses());
      const ecrites = Object.entries(calculee).filter(([nom]) => !absentes.includes(nom));
      return { ...ecrite, ...Object.fromEntries(ecrites) };
    },
    async refresh() {
      await refreshNoms(knex);
      return refreshCalculs(knex, { empreinteur, tout: false });
    },
    async refreshAll() {
      await refreshAllNoms(knex);
      return refreshCalculs(knex, { empreinteur, tout: true });
    },
  };
}
