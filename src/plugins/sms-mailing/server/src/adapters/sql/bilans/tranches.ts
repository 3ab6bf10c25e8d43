import type { Knex } from 'knex';
import type { LigneStatistiques } from '../../../../../core/api/statistiques';
import { addDays, instantOf } from '../../../../../core/horaire';
import type { Perimetre } from '../../../../../core/perimetre';
import { sqlEnvoisVisibles } from '../campagnes/visibles';
import { execute, query } from '../query';
import { listOf, PORTEES, sqlComptes, sqlSommes, sqlTranche } from './groupe';
import { CALMES, LOT, sqlPrend } from './prend';

/** Docs/adr/0034. The envois due in one quarter of an hour: of whole quarters the days of any zone are made. */
const PAR = ['type_contact', 'modalite', ...PORTEES] as const;
const COMPTES_TRANCHE = ['envoyes', 'echecs', 'incertains'] as const;
const COLONNES = ['tranche', ...PAR, ...COMPTES_TRANCHE].join(', ');

/** Tests (decision F13) are no statistic; what waits, is excluded or cancelled has not left. */
const PARTIS = `v.modele_id IS NOT NULL AND NOT starts_with(v.cle, 't:') AND v.statut IN ('envoye', 'remis', 'echec', 'incertain')`;
const COMPTES = `${listOf('v', PAR)}, ${sqlComptes('v', COMPTES_TRANCHE)}`;

/** `tranches`: a table or a CTE of `tranche`, each looked for by itself, which the index on `prevu_le` finds. */
const sqlLignes = (tranches: string): string => `
  SELECT m.tranche, ${listOf('q', [...PAR, ...COMPTES_TRANCHE])} FROM ${tranches} m
   CROSS JOIN LATERAL (
     SELECT ${COMPTES} FROM sms_envois v
      WHERE v.prevu_le >= m.tranche AND v.prevu_le < m.tranche + interval '15 minutes' AND ${PARTIS}
      GROUP BY ${listOf('v', PAR)}) q`;

/** All of them, when the table is born. */
export const TOUTES_TRANCHES = `
  INSERT INTO sms_bilans_tranches (${COLONNES})
  SELECT ${sqlTranche('v.prevu_le')}, ${COMPTES} FROM sms_envois v
   WHERE ${PARTIS} AND v.prevu_le IS NOT NULL GROUP BY 1, ${listOf('v', PAR)}`;

const OUBLIE = 'DELETE FROM sms_bilans_tranches b WHERE b.tranche = ANY(:tranches::timestamp[])';
const RECOMPTE = `
  INSERT INTO sms_bilans_tranches (${COLONNES})
  ${sqlLignes('(SELECT unnest(:tranches::timestamp[]) AS tranche)')}`;

const MARQUES = {
  table: 'sms_bilans_tranches_modifiees',
  colonnes: ['tranche'],
  lues: 'c.tranche::text AS tranche',
};

/** Counts again the quarters that the ledger has changed, once left alone. */
export async function foldTranches(trx: Knex, calme: number): Promise<void> {
  const prises = await query<{ tranche: string }>(trx, sqlPrend(MARQUES, CALMES), {
    calme,
    lot: LOT,
  });
  if (prises.length > 0) {
    const params = { tranches: prises.map(({ tranche }) => tranche) };
    await execute(trx, OUBLIE, params);
    await execute(trx, RECOMPTE, params);
  }
}

export interface VueStatistiques {
  /** 'YYYY-MM-DD' of the association's zone, both included. */
  du: string;
  au: string;
  perimetre: Perimetre;
}

/** Day by day, what left and what failed: what is kept, and of the quarters that moved since, their lines. */
export function countParJour(
  knex: Knex,
  { du, au, perimetre }: VueStatistiques,
  zone: string
): Promise<LigneStatistiques[]> {
  const visibles = sqlEnvoisVisibles(perimetre, 'l');
  const entre = (t: string): string =>
    `${t}.tranche >= :debut::timestamp AND ${t}.tranche < :fin::timestamp`;
  return query<LigneStatistiques>(
    knex,
    `WITH modifiees AS MATERIALIZED (
       SELECT DISTINCT m.tranche FROM sms_bilans_tranches_modifiees m WHERE ${entre('m')}
     ), lues AS (
       SELECT ${listOf('b', COLONNES.split(', '))} FROM sms_bilans_tranches b
        WHERE ${entre('b')} AND NOT EXISTS (SELECT 1 FROM modifiees m WHERE m.tranche = b.tranche)
        UNION ALL
       ${sqlLignes('modifiees')}
     )
     SELECT to_char((l.tranche AT TIME ZONE 'UTC' AT TIME ZONE :zone)::date, 'YYYY-MM-DD') AS jour,
            l.type_contact AS "typeContact", l.modalite, ${sqlSommes('l', COMPTES_TRANCHE)}
       FROM lues l WHERE ${visibles.sql} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    {
      ...{ ...visibles.params, zone },
      debut: instantOf(du, '00:00', zone),
      fin: instantOf(addDays(au, 1), '00:00', zone),
    }
  );
}
