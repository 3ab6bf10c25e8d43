import type { Knex } from 'knex';
import type { SoireeStore } from '../../../services/ports/envois-automatiques';
import { purgeConfirmations } from '../programmer/confirmations';
import { readDerniereSoiree } from '../programmer/soirees-ouvertes';
import { execute } from '../query';
import { purgeChangements } from '../soirees/previsions';

/** Nothing is put off while a worker is still delivering: an evening that runs late goes on. */
const POSTPONE = `
  WITH f AS (
    SELECT f.envoi_id FROM sms_file f
     WHERE f.voie = 'soir' AND f.etat = 'attente' AND f.tentatives = 0 AND f.disponible_le <= :avant
       AND NOT EXISTS (SELECT 1 FROM sms_file v WHERE v.etat <> 'attente')
     ORDER BY f.envoi_id FOR UPDATE
  ), reportes AS (
    UPDATE sms_file q SET disponible_le = :jusqua FROM f WHERE q.envoi_id = f.envoi_id
  )
  UPDATE sms_envois e SET retarde = true, updated_at = :now FROM f WHERE e.id = f.envoi_id`;

/** What the base keeps of the evenings; planning them is a use case (services/soiree). */
export function createSoirees(
  knex: Knex
): Omit<SoireeStore, 'planSoiree' | 'replanEcartees' | 'planDigest'> {
  return {
    async purge(now) {
      await purgeConfirmations(knex, now);
      await purgeChangements(knex);
    },
    lastSoiree: () => readDerniereSoiree(knex),
    postpone: (avant, jusqua, now) => execute(knex, POSTPONE, { avant, jusqua, now }),
  };
}
