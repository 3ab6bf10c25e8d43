import type { Knex } from 'knex';
import type { DepartEnvoi, Marquage } from '../../../services/ports/envois';
import { lockCredits, SQL_RESTE } from '../packages-sms/reserve';
import { queryPrepared } from '../query';

/**
 * Fenced: only rows still ours and whose line still waits, only while the database has heard from us lately (a
 * worker frozen and thawed sends nothing), and while nothing has changed that their messages must obey. Locked
 * by id.
 */
const A_NOUS = `
  d AS (
    SELECT * FROM jsonb_to_recordset(:departs::jsonb)
           AS q(id int, adresse text, "contactId" int, "messageId" text, valeurs jsonb, credits int)
  ), nous AS (
    SELECT f.envoi_id FROM sms_file f
     WHERE f.envoi_id IN (SELECT id FROM d) AND f.etat = 'reserve' AND f.ouvrier = :ouvrier
       AND (SELECT numero FROM sms_epoque) = :epoque::bigint
       AND EXISTS (SELECT 1 FROM sms_ouvriers o WHERE o.nom = :ouvrier
                      AND o.vu_le > (clock_timestamp() AT TIME ZONE 'UTC') - :bailMs * interval '1 millisecond')
     ORDER BY f.envoi_id FOR UPDATE
  )`;

/** `permis`: which of them leave. What is archived stands in the queue until the outcome is known. */
const sqlPartent = (departs: string): string => `
  UPDATE sms_file f
     SET etat = 'en_cours', adresse = q.adresse, contact_id = q."contactId", message_id = q."messageId", valeurs = q.valeurs
    FROM ${departs} q JOIN nous n ON n.envoi_id = q.id JOIN sms_envois e ON e.id = q.id AND e.statut = 'programme'
   WHERE f.envoi_id = q.id`;

const MARK = `WITH ${A_NOUS} ${sqlPartent('d')} RETURNING f.envoi_id AS id, true AS partant`;

/**
 * The same for SMS. What holds its credits leaves, whatever the packages say by now; the texts that outgrew
 * what they held share it and what is left, first come first served, and the others are exclus with their
 * reason (decisions B8, E2). Without any package nothing is counted (decision F21).
 */
const MARK_SMS = `
  WITH ${A_NOUS}, p AS (
    SELECT d.*, e.credits AS tenus, d.credits > e.credits AS grandi FROM d JOIN sms_envois e ON e.id = d.id
  ), r AS (
    SELECT p.*, :illimite OR NOT p.grandi OR s.reste IS NULL
             OR sum(p.credits) FILTER (WHERE p.grandi) OVER (ORDER BY p.id)
                <= s.reste + sum(p.tenus) FILTER (WHERE p.grandi) OVER () AS permis
      FROM p, (SELECT ${SQL_RESTE} AS reste) s
  ), partis AS (
    ${sqlPartent('(SELECT * FROM r WHERE permis)')} RETURNING f.envoi_id
  ), refuses AS (
    DELETE FROM sms_file f USING r q JOIN nous n ON n.envoi_id = q.id WHERE f.envoi_id = q.id AND NOT q.permis
    RETURNING f.envoi_id, f.version_id, f.reglages_id
  ), tenus AS (
    UPDATE sms_envois e SET credits = q.credits, updated_at = :now
      FROM partis JOIN r q ON q.id = partis.envoi_id WHERE e.id = q.id AND e.credits <> q.credits
  ), exclus AS (
    UPDATE sms_envois e
       SET statut = 'exclu', motif = 'credit_sms_insuffisant', credits = 0, adresse = q.adresse,
           contact_id = q."contactId", version_id = f.version_id, reglages_id = f.reglages_id, ouvrier = :ouvrier,
           termine_le = :now::timestamp, updated_at = :now
      FROM refuses f JOIN r q ON q.id = f.envoi_id WHERE e.id = f.envoi_id AND e.statut = 'programme'
  )
  SELECT envoi_id AS id, true AS partant FROM partis UNION ALL SELECT envoi_id, false FROM refuses`;

interface Ligne {
  id: number;
  partant: boolean;
}

export interface Marque {
  ouvrier: string;
  departs: readonly DepartEnvoi[];
  now: Date;
  /** What the messages were made under. */
  epoque: string;
  bailMs: number;
  /** Setting of decision E2: SMS may leave beyond what is left. */
  illimite: boolean;
}

/** One release at a time counts what is left. */
async function markSms(knex: Knex, params: Readonly<Record<string, unknown>>): Promise<Ligne[]> {
  return knex.transaction(async (trx) => {
    await lockCredits(trx);
    return queryPrepared<Ligne>(trx, MARK_SMS, params);
  });
}

export async function markEnCours(knex: Knex, marque: Marque): Promise<Marquage> {
  const params = { ...marque, departs: JSON.stringify(marque.departs) };
  const lignes = marque.departs.some(({ credits }) => credits > 0)
    ? await markSms(knex, params)
    : await queryPrepared<Ligne>(knex, MARK, params);
  const idsOf = (voulu: boolean): number[] =>
    lignes.filter(({ partant }) => partant === voulu).map(({ id }) => id);
  return { partants: idsOf(true), exclus: idsOf(false) };
}
