import type { Knex } from 'knex';
import type { DepartEnvoi, Marquage } from '../../../services/ports/envois';
import { query } from '../query';

/**
 * Fenced: only rows still ours, only while the database has heard from us lately (a worker frozen and thawed
 * sends nothing).
 */
const A_NOUS = `
       e.statut = 'reserve' AND e.ouvrier = :ouvrier
   AND EXISTS (SELECT 1 FROM sms_ouvriers o WHERE o.nom = :ouvrier
                  AND o.vu_le > (clock_timestamp() AT TIME ZONE 'UTC') - :bailMs * interval '1 millisecond')`;

const DEPARTS = `jsonb_to_recordset(:departs::jsonb)
         AS q(id int, adresse text, "contactId" int, "messageId" text, valeurs jsonb, credits int)`;

const MARK = `
  UPDATE sms_envois e
     SET statut = 'en_cours', adresse = q.adresse, contact_id = q."contactId", message_id = q."messageId", valeurs = q.valeurs,
         credits = q.credits, updated_at = :now
    FROM ${DEPARTS}
   WHERE e.id = q.id AND ${A_NOUS}
  RETURNING e.id, e.statut`;

/**
 * The same for SMS, within what is left in the packages: credits of envois on the wire or incertains are
 * held back, and what no longer fits is exclu with its reason (decision E2), first come first served. Without
 * any package nothing is counted (decision F21).
 */
const MARK_SMS = `
  WITH solde AS (
    SELECT (SELECT sum(achetes - consommes) FROM sms_packages)
           - coalesce((SELECT sum(credits) FROM sms_envois
                        WHERE type_contact = 'sms' AND statut IN ('en_cours', 'incertain')), 0) AS reste
  ), q AS (
    SELECT q.*, :illimite OR s.reste IS NULL OR sum(q.credits) OVER (ORDER BY q.id) <= s.reste AS permis
      FROM ${DEPARTS}, solde s
  )
  UPDATE sms_envois e
     SET statut = CASE WHEN q.permis THEN 'en_cours' ELSE 'exclu' END,
         motif = CASE WHEN q.permis THEN NULL ELSE 'credit_sms_insuffisant' END,
         termine_le = CASE WHEN q.permis THEN NULL ELSE :now::timestamp END,
         adresse = q.adresse, contact_id = q."contactId", valeurs = CASE WHEN q.permis THEN q.valeurs END,
         credits = CASE WHEN q.permis THEN q.credits ELSE 0 END, updated_at = :now
    FROM q
   WHERE e.id = q.id AND ${A_NOUS}
  RETURNING e.id, e.statut`;

interface Ligne {
  id: number;
  statut: string;
}

export interface Marque {
  ouvrier: string;
  departs: readonly DepartEnvoi[];
  now: Date;
  bailMs: number;
  /** Setting of decision E2: SMS may leave beyond what is left. */
  illimite: boolean;
}

/** One release at a time counts what is left. */
async function markSms(knex: Knex, params: Readonly<Record<string, unknown>>): Promise<Ligne[]> {
  return knex.transaction(async (trx) => {
    await trx.raw(`SELECT pg_advisory_xact_lock(hashtext('sms-mailing.credits'))`);
    return query<Ligne>(trx, MARK_SMS, params);
  });
}

export async function markEnCours(knex: Knex, marque: Marque): Promise<Marquage> {
  const params = { ...marque, departs: JSON.stringify(marque.departs) };
  const lignes = marque.departs.some(({ credits }) => credits > 0)
    ? await markSms(knex, params)
    : await query<Ligne>(knex, MARK, params);
  const idsOf = (voulu: string): number[] =>
    lignes.filter(({ statut }) => statut === voulu).map(({ id }) => id);
  return { partants: idsOf('en_cours'), exclus: idsOf('exclu') };
}
