import type { Knex } from 'knex';
import { RETENU, type Suspensions } from '../../../../../core/suspension';
import { query } from '../query';
import { sqlPromotionParEmail } from './promotion';

const RAISON = `
  coalesce(CASE WHEN f.type_contact = 'sms' THEN :sms::text
                WHEN ${sqlPromotionParEmail('f')} THEN coalesce(:mail::text, :promotion::text)
                ELSE :mail::text END,
           CASE WHEN f.voie = 'soir' THEN :soir::text END)`;

/** The rows `lesquelles` of the queue, and why each waits; their lines say so, `retenu` that they do. */
const sqlSay = (lesquelles: string): string => `
  WITH r AS (
    SELECT f.envoi_id, ${RAISON} AS raison
      FROM sms_file f LEFT JOIN sms_modeles m ON m.id = f.modele_id
     WHERE f.etat = 'attente' AND ${lesquelles} ORDER BY f.envoi_id FOR UPDATE OF f SKIP LOCKED
  ), file AS (
    UPDATE sms_file f SET retenu = r.raison IS NOT NULL
      FROM r WHERE f.envoi_id = r.envoi_id AND f.retenu <> (r.raison IS NOT NULL)
  ), dits AS (
    UPDATE sms_envois e SET detail = r.raison, updated_at = :now
      FROM r WHERE e.id = r.envoi_id AND e.statut = 'programme' AND e.detail IS DISTINCT FROM r.raison
       AND (r.raison IS NOT NULL OR starts_with(e.detail, '${RETENU}'))
    RETURNING 1
  )
  SELECT count(*)::int AS dits FROM dits`;

/** What was held back for another reason, or is no more: found by `sms_file_retenus_idx`, mostly empty. */
const FOLLOW = sqlSay('f.retenu');

const EXPLAIN = sqlSay(`NOT f.retenu AND f.disponible_le <= :now AND ${RAISON} IS NOT NULL`);

/** The lines that wait say why, those that wait no more say nothing. Answers how many began to say it. */
export async function explainSuspensions(
  knex: Knex,
  suspensions: Suspensions,
  now: Date
): Promise<number> {
  const say = (raison: string | null): string | null => raison && RETENU + raison;
  const { mail, promotion, sms, soir = null } = suspensions;
  const params = {
    mail: say(mail),
    promotion: say(promotion),
    sms: say(sms),
    soir: say(soir),
    now,
  };
  await query(knex, FOLLOW, params);
  if (Object.values(suspensions).every((raison) => raison === null)) {
    return 0;
  }
  const [ligne] = await query<{ dits: number }>(knex, EXPLAIN, params);
  return ligne?.dits ?? 0;
}
