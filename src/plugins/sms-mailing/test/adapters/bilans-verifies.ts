import type { Knex } from 'knex';
import { expect } from 'vitest';
import { perimetreParmi, TOUT, type Perimetre } from '../../core/perimetre';
import { SQL_HISTORIQUE } from '../../server/src/adapters/sql/archives/historique';
import { sqlBilans, sqlUsages } from '../../server/src/adapters/sql/bilans/bilans';
import {
  COMPTES,
  GROUPE,
  sqlCompteAvec,
  sqlComptes,
  sqlGroupe,
  sqlMemeGroupe,
  sqlTotal,
  USAGE,
} from '../../server/src/adapters/sql/bilans/groupe';
import { sqlEnvoisVisibles } from '../../server/src/adapters/sql/campagnes/visibles';
import { query } from '../../server/src/adapters/sql/query';

/** Of whoever reads: everything, or what several lists allow. */
export const PERIMETRES: readonly Perimetre[] = [
  TOUT,
  perimetreParmi({ antenneIds: [1] }),
  perimetreParmi({ equipeIds: [1, 2] }),
  perimetreParmi({ antenneIds: [1], equipeIds: [2], intervenantIds: [2, 3] }),
];
const COLONNES = [...GROUPE, ...COMPTES].join(', ');

/** What the product reads against what the ledger counts. */
export async function checkBilans(knex: Knex): Promise<void> {
  for (const perimetre of PERIMETRES) {
    const { sql, params } = sqlBilans(perimetre);
    const visibles = sqlEnvoisVisibles(perimetre);
    const lus = await query(
      knex,
      `WITH ${sql} SELECT ${COLONNES}, (SELECT count(*)::int FROM groupes) AS groupes,
              EXISTS (SELECT 1 FROM groupes g WHERE ${sqlMemeGroupe('g', 'b')}) AS trouve
         FROM bilans b WHERE ${sqlTotal('b')} > 0 ORDER BY ${GROUPE.join(', ')}`,
      params
    );
    const comptes = await query<object>(
      knex,
      `SELECT ${COLONNES} FROM (
         SELECT ${GROUPE.join(', ')}, ${sqlComptes('q')} FROM (
           SELECT ${sqlGroupe('v')}, ${sqlCompteAvec('v')} FROM ${SQL_HISTORIQUE} v WHERE ${visibles.sql}) q
          GROUP BY ${GROUPE.join(', ')}) z ORDER BY ${GROUPE.join(', ')}`,
      visibles.params
    );
    const groupes = comptes.length;
    expect(lus).toEqual(comptes.map((compte) => ({ ...compte, trouve: true, groupes })));
  }
  for (const perimetre of PERIMETRES) await checkUsages(knex, perimetre);
}

/** The same for what the list of modèles reads: how many groups, of « tout » alone. */
async function checkUsages(knex: Knex, perimetre: Perimetre): Promise<void> {
  const noms = perimetre.genre === 'tout' ? ['groupes', ...COMPTES] : COMPTES;
  const sommes = noms.map((nom) => `sum(${nom})::int AS ${nom}`).join(', ');
  const cles = USAGE.join(', ');
  const { sql, params } = sqlUsages(perimetre);
  const visibles = sqlEnvoisVisibles(perimetre);
  const lus = await query(
    knex,
    `WITH ${sql} SELECT * FROM (SELECT ${cles}, ${sommes} FROM usages GROUP BY ${cles}) z
      WHERE ${noms.map((nom) => `${nom} <> 0`).join(' OR ')} ORDER BY ${cles}`,
    params
  );
  const comptes = await query(
    knex,
    `SELECT ${cles}, ${sommes} FROM (
       SELECT ${GROUPE.join(', ')}, 1 AS groupes, ${sqlComptes('q')}
         FROM (SELECT ${sqlGroupe('v')}, ${sqlCompteAvec('v')} FROM ${SQL_HISTORIQUE} v WHERE ${visibles.sql}) q
        GROUP BY ${GROUPE.join(', ')}) z
      GROUP BY ${cles} ORDER BY ${cles}`,
    visibles.params
  );
  expect(lus).toEqual(comptes);
}
