import type { Knex } from 'knex';
import { RETENU, type Suspensions } from '../../../../../core/suspension';
import { execute } from '../query';
import { sqlPromotionParEmail } from './promotion';

/** Why each line waits; null: nothing holds it back. */
const RAISONS = `
  SELECT u.id, u.detail,
         CASE WHEN u.type_contact = 'sms' THEN :sms::text
              WHEN ${sqlPromotionParEmail('u')} THEN coalesce(:mail::text, :promotion::text)
              ELSE :mail::text END AS raison
    FROM sms_envois u LEFT JOIN sms_modeles m ON m.id = u.modele_id
   WHERE u.statut = 'programme'`;

const sqlSay = (lesquelles: string): string => `
  UPDATE sms_envois e SET detail = r.raison, updated_at = :now
    FROM (${RAISONS} AND ${lesquelles}) r
   WHERE e.id = r.id AND e.statut = 'programme' AND r.detail IS DISTINCT FROM r.raison`;

/** What was held back for another reason, or is no more: found by `sms_envois_retenus_idx`, mostly empty. */
const FOLLOW = sqlSay(`starts_with(u.detail, '${RETENU}')`);

const EXPLAIN = `${sqlSay('u.disponible_le <= :now')} AND r.raison IS NOT NULL`;

/** The lines that wait say why, those that wait no more say nothing. Answers how many began to say it. */
export async function explainSuspensions(
  knex: Knex,
  suspensions: Suspensions,
  now: Date
): Promise<number> {
  const say = (raison: string | null): string | null => raison && RETENU + raison;
  const { mail, promotion, sms } = suspensions;
  const params = { mail: say(mail), promotion: say(promotion), sms: say(sms), now };
  await execute(knex, FOLLOW, params);
  return Object.values(suspensions).every((raison) => raison === null)
    ? 0
    : execute(knex, EXPLAIN, params);
}
