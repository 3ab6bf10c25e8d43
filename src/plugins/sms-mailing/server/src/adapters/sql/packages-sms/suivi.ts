import type { Knex } from 'knex';
import type { LigneJournalPackage, MoisConsomme } from '../../../../../core/suivi-packages';
import type { SuiviPackageStore } from '../../../services/ports/packages-sms';
import { query } from '../query';
import { SQL_RESERVES } from './reserve';

const PAR_MOIS = `
  SELECT to_char(envoye_le AT TIME ZONE 'UTC' AT TIME ZONE :zone, 'YYYY-MM') AS mois, sum(credits)::int AS sms
    FROM sms_envois
   WHERE type_contact = 'sms' AND statut IN ('envoye', 'remis')
     AND envoye_le >= (:depuis::date)::timestamp AT TIME ZONE :zone AT TIME ZONE 'UTC'
   GROUP BY 1 ORDER BY 1`;

const RESERVES = `
  SELECT coalesce(sum(r.credits) FILTER (WHERE r.le <= :soir), 0)::int AS "ceSoir",
         coalesce(sum(r.credits) FILTER (WHERE r.le > :soir), 0)::int AS "plusTard"
    FROM (SELECT e.credits, coalesce(f.disponible_le, e.prevu_le) AS le
            FROM (SELECT id, credits, prevu_le FROM sms_envois WHERE ${SQL_RESERVES}) e
            LEFT JOIN sms_file f ON f.envoi_id = e.id) r`;

/** Each correction stands alone, the rest day by day. A year at most: nobody reads further back on a screen. */
const JOURNAL = `
  SELECT to_char(m.survenu_le AT TIME ZONE 'UTC' AT TIME ZONE :zone, 'YYYY-MM-DD') AS jour, m.nature,
         sum(m.credits)::int AS credits, max(m.raison) AS raison,
         btrim(coalesce(max(u.firstname), '') || ' ' || coalesce(max(u.lastname), '')) AS auteur
    FROM sms_mouvements m
    JOIN sms_packages p ON p.id = m.package_id
    LEFT JOIN admin_users u ON u.id = m.auteur_id
   WHERE p.document_id = :documentId
   GROUP BY 1, 2, CASE m.nature WHEN 'correction' THEN m.id END
   ORDER BY 1 DESC, 2, max(m.id) DESC LIMIT 366`;

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
