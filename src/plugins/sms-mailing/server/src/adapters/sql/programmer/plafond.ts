import type { Knex } from 'knex';
import { query } from '../query';

/** Messages that count against the ceilings of whoever has no right to campagnes (decision G5). */
export interface Plafonnes {
  duClic: number;
  depuis: number;
}

/** Whose click, its number, and since when its author is counted. */
export interface Clic {
  auteurId: number;
  confirmation: string;
  depuis: Date;
}

/**
 * The participants of one's own actions do not count, as long as they are of one's own antenne or followed by
 * oneself: naming oneself animateur of an action, or adding people to it, opens nothing (decision G6).
 */
const PLAFONNES = `
  WITH moi AS (
    SELECT iu.intervenant_id AS id, ia.antenne_id
      FROM intervenants_utilisateur_lnk iu
      LEFT JOIN intervenants_antenne_lnk ia ON ia.intervenant_id = iu.intervenant_id
     WHERE iu.user_id = :auteurId::int),
  miennes AS (
    SELECT action_id FROM actions_animateur_lnk WHERE intervenant_id IN (SELECT id FROM moi)
    UNION SELECT action_id FROM actions_intervenants_lnk WHERE intervenant_id IN (SELECT id FROM moi))
  SELECT count(*) FILTER (WHERE e.confirmation = :confirmation)::int AS "duClic", count(*)::int AS depuis
    FROM sms_envois e
   WHERE e.auteur_id = :auteurId::int AND e.created_at > :depuis::timestamp
     AND e.modalite IN ('fiche_action', 'fiche_entrepreneur') AND e.statut NOT IN ('exclu', 'annule')
     AND NOT (e.modalite = 'fiche_action' AND e.action_id IN (SELECT action_id FROM miennes)
              AND EXISTS (SELECT 1 FROM moi WHERE moi.id = e.referent_id OR moi.antenne_id = e.antenne_id))`;

/**
 * Lines of this transaction included. Two clicks of the same author wait for one another until they commit: each
 * counts what the other wrote.
 */
export async function countPlafonnes(trx: Knex, clic: Clic): Promise<Plafonnes> {
  await query(
    trx,
    `SELECT pg_advisory_xact_lock(hashtext('sms-mailing.plafond'), :auteurId::int)`,
    {
      auteurId: clic.auteurId,
    }
  );
  const [compte] = await query<Plafonnes>(trx, PLAFONNES, { ...clic });
  return compte ?? { duClic: 0, depuis: 0 };
}
