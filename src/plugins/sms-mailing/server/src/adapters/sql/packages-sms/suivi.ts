import type { Knex } from 'knex';
import type { Consommation, LigneJournalPackage } from '../../../../../core/suivi-packages';
import type { SuiviPackageStore } from '../../../services/ports/packages-sms';
import { sqlNomCompte } from '../noms/affiches';
import { query } from '../query';
import { SQL_RESERVES } from './reserve';

/** The movements that « consommés » is made of, by month, and what it holds besides them: one snapshot for both. */
const CONSOMMATION = `
  WITH mois AS (
    SELECT to_char(c.tranche AT TIME ZONE 'UTC' AT TIME ZONE :zone, 'YYYY-MM') AS mois,
           sum(CASE c.nature WHEN 'remboursement' THEN -c.credits ELSE c.credits END)::int AS sms
      FROM sms_packages p JOIN sms_mouvements_cumules c ON c.package_id = p.id
     WHERE c.tranche >= (:depuis::date)::timestamp AT TIME ZONE :zone AT TIME ZONE 'UTC'
     GROUP BY 1)
  SELECT coalesce((SELECT json_agg(m ORDER BY m.mois) FROM mois m WHERE m.sms <> 0), '[]') AS mois,
         ((SELECT coalesce(sum(p.consommes), 0) FROM sms_packages p)
          - (SELECT coalesce(sum(m.sms), 0) FROM mois m))::int AS anterieurs`;

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
         max(${sqlNomCompte('u')}) AS auteur
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
    async countConsommes(depuis) {
      const [ligne] = await query<Consommation>(knex, CONSOMMATION, { zone, depuis });
      return ligne ?? { mois: [], anterieurs: 0 };
    },

    async countReserves(soir) {
      const [ligne] = await query<{ ceSoir: number; plusTard: number }>(knex, RESERVES, { soir });
      return ligne ?? { ceSoir: 0, plusTard: 0 };
    },

    async journal(documentId) {
      return (await query<LigneJournal>(knex, JOURNAL, { zone, documentId })).map(toLigneJournal);
    },
  };
}
