import type { Knex } from 'knex';
import type { DepartEnvoi, Marquage } from '../../../services/ports/envois';
import { lockCredits, SQL_RESTE } from '../packages-sms/reserve';
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
         AS q(id int, adresse text, "messageId" text, valeurs jsonb, credits int)`;

const MARK = `
  UPDATE sms_envois e
     SET statut = 'en_cours', adresse = q.adresse, message_id = q."messageId", valeurs = q.valeurs,
         credits = q.credits, updated_at = :now
    FROM ${DEPARTS}
   WHERE e.id = q.id AND ${A_NOUS}
  RETURNING e.id, e.statut`;

/**
 * The same for SMS. What holds its credits leaves, whatever the packages say by now; the texts that outgrew
 * what they held share it and what is left, first come first served, and the others are exclus with their
 * reason (decisions B8, E2). Without any package nothing is counted (decision F21).
 */
const MARK_SMS = `
  WITH p AS (
    SELECT q.*, e.credits AS tenus, q.credits > e.credits AS grandi
      FROM ${DEPARTS} JOIN sms_envois e ON e.id = q.id
  ), r AS (
    SELECT p.*, :illimite OR NOT p.grandi OR s.reste IS NULL
             OR sum(p.credits) FILTER (WHERE p.grandi) OVER (ORDER BY p.id)
                <= s.reste + sum(p.tenus) FILTER (WHERE p.grandi) OVER () AS permis
      FROM p, (SELECT ${SQL_RESTE} AS reste) s
  )
  UPDATE sms_envois e
     SET statut = CASE WHEN q.permis THEN 'en_cours' ELSE 'exclu' END,
         motif = CASE WHEN q.permis THEN NULL ELSE 'credit_sms_insuffisant' END,
         termine_le = CASE WHEN q.permis THEN NULL ELSE :now::timestamp END,
         adresse = q.adresse, valeurs = CASE WHEN q.permis THEN q.valeurs END,
         credits = CASE WHEN q.permis THEN q.credits ELSE 0 END, updated_at = :now
    FROM r q
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
    await lockCredits(trx);
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
