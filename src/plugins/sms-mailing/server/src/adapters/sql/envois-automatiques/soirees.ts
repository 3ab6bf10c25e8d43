import type { Knex } from 'knex';
import type { SoireeStore } from '../../../services/ports/envois-automatiques';
import { purgeConfirmations } from '../programmer/confirmations';
import { readDerniereSoiree } from '../programmer/soirees-ouvertes';
import { execute, query } from '../query';
import { purgeChangements } from '../soirees/previsions';

/**
 * What was planned for the evening, and waits: for its first departure, or behind a server that would not take it.
 * Neither what is held back, which says so, nor what pays tries of its own; held back by « Suspendre ce soir », it
 * is, and leaves by day however late it is resumed. Nothing is put off while a worker is still delivering: an evening
 * that runs late goes on.
 */
const POSTPONE = `
  WITH f AS (
    SELECT f.envoi_id FROM sms_file f JOIN sms_envois e ON e.id = f.envoi_id
     WHERE f.voie = 'soir' AND f.etat = 'attente' AND f.tentatives = 0 AND f.disponible_le < :jusqua
       AND (:suspendue OR NOT f.retenu) AND e.prevu_le <= :avant
       AND NOT EXISTS (SELECT 1 FROM sms_file v WHERE v.etat <> 'attente')
     ORDER BY f.envoi_id FOR UPDATE OF f
  ), reportes AS (
    UPDATE sms_file q SET disponible_le = :jusqua FROM f WHERE q.envoi_id = f.envoi_id
  )
  UPDATE sms_envois e SET retarde = true, updated_at = :now FROM f WHERE e.id = f.envoi_id`;

/** Caught up by day: it was due on an evening that is over. */
const RETARDE = `
  UPDATE sms_envois e SET retarde = true, updated_at = :now
    FROM sms_file f
   WHERE e.id = f.envoi_id AND f.voie = 'soir' AND f.etat <> 'en_cours' AND f.disponible_le <= :avant
     AND NOT coalesce(e.retarde, false)`;

/** Since when an evening would have had something to look at: an active rule. Null: there is none. */
const PREMIERE_REGLE = `
  SELECT min(created_at) AS depuis FROM sms_envois_automatiques WHERE NOT coalesce(inactif, false)`;

/** What the base keeps of the evenings; planning them is a use case (services/soiree). */
export function createSoirees(
  knex: Knex
): Omit<SoireeStore, 'planSoiree' | 'replanEcartees' | 'planDigest' | 'convoquer'> {
  return {
    async purge(now) {
      await purgeConfirmations(knex, now);
      await purgeChangements(knex);
    },
    lastSoiree: () => readDerniereSoiree(knex),
    postpone: (report) => execute(knex, POSTPONE, { ...report }),
    markRetardes: (avant, now) => execute(knex, RETARDE, { avant, now }),
    async premiereRegle() {
      const [ligne] = await query<{ depuis: Date | null }>(knex, PREMIERE_REGLE);
      return ligne?.depuis ?? null;
    },
  };
}
