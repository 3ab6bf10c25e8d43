import type { Knex } from 'knex';
import type { LigneJournalPackage, MoisConsomme } from '../../../../../core/suivi-packages';
import type { SuiviPackageStore } from '../../../services/ports/packages-sms';
import { SQL_HISTORIQUE } from '../archives/historique';
import { sqlConsomme } from '../bilans/groupe';
import { query } from '../query';
import { SQL_RESERVES } from './reserve';

/** Quarters of an hour that the ledger has changed since they were added up are added up from it. */
const PAR_MOIS = `
  WITH debut AS (SELECT (:depuis::date)::timestamp AT TIME ZONE :zone AT TIME ZONE 'UTC' AS le),
  modifiees AS MATERIALIZED (SELECT DISTINCT m.tranche FROM sms_consommations_modifiees m, debut WHERE m.tranche >= debut.le),
  tranches AS (
    SELECT c.tranche, c.sms FROM sms_consommations c, debut
     WHERE c.tranche >= debut.le AND NOT EXISTS (SELECT 1 FROM modifiees m WHERE m.tranche = c.tranche)
     UNION ALL
    SELECT m.tranche, v.credits FROM modifiees m
      JOIN ${SQL_HISTORIQUE} v ON v.envoye_le >= m.tranche AND v.envoye_le < m.tranche + interval '15 minutes' AND ${sqlConsomme('v')})
  SELECT to_char(tranche AT TIME ZONE 'UTC' AT TIME ZONE :zone, 'YYYY-MM') AS mois, sum(sms)::int AS sms
    FROM tranches GROUP BY 1 HAVING sum(sms) > 0 ORDER BY 1`;

const RESERVES = `
  SELECT coalesce(sum(r.credits) FILTER (WHERE r.le <= :soir), 0)::int AS "ceSoir",
         coalesce(sum(r.credits) FILTER (WHERE r.le > :soir), 0)::int AS "plusTard"
    FROM (SELECT e.credits, coalesce(f.disponible_le, e.prevu_le) AS le
            FROM (SELECT id, credits, prevu_le FROM sms_envois WHERE ${SQL_RESERVES}) e
            LEFT JOIN sms_file f ON f.envoi_id = e.id) r`;

/** Each correction stands alone, the rest day by day. A year at most: nobody reads further back on a screen. */
const JOURNAL = `
  WITH lot AS (SELECT id FROM sms_packages WHERE document_id = :documentId),
  lignes AS (
    SELECT c.tranche AS le, c.nature, c.credits, NULL AS raison, NULL::int AS auteur_id, NULL::int AS correction
      FROM sms_mouvements_cumules c JOIN lot ON lot.id = c.package_id WHERE c.nature <> 'correction' AND c.nombre > 0
     UNION ALL
    SELECT m.survenu_le, m.nature, m.credits, m.raison, m.auteur_id, m.id
      FROM sms_mouvements m JOIN lot ON lot.id = m.package_id WHERE m.nature = 'correction')
  SELECT to_char(l.le AT TIME ZONE 'UTC' AT TIME ZONE :zone, 'YYYY-MM-DD') AS jour, l.nature,
         sum(l.credits)::int AS credits, max(l.raison) AS raison,
         btrim(coalesce(max(u.firstname), '') || ' ' || coalesce(max(u.lastname), '')) AS auteur
    FROM lignes l LEFT JOIN admin_users u ON u.id = l.auteur_id
   GROUP BY 1, 2, l.correction
   ORDER BY 1 DESC, 2, l.correction DESC LIMIT 366`;

interface LigneJournal {
  jour: string;
  nature: LigneJournalPackage['nature'];
  credits: number;
  raison: string | null;
  auteur: string;
}

function toLigneJournal({ jour, nature, credits, ...motif }: LigneJournal): LigneJournalPackage {
  return nature === 'correction'
    ? { jour, nature, credits, auteur: motif.auteur, raison: motif.raison ?? '' }
    : { jour, nature, credits };
}

export function createSuiviPackages(knex: Knex, zone: string): SuiviPackageStore {
  return {
    countParMois: (depuis) => query<MoisConsomme>(knex, PAR_MOIS, { zone, depuis }),

    async countReserves(soir) {
      const [ligne] = await query<{ ceSoir: number; plusTard: number }>(knex, RESERVES, { soir });
      return ligne ?? { ceSoir: 0, plusTard: 0 };
    },

    async journal(documentId) {
      return (await query<LigneJournal>(knex, JOURNAL, { zone, documentId })).map(toLigneJournal);
    },
  };
}
