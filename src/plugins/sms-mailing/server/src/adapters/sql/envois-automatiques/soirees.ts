import type { Knex } from 'knex';
import type { SoireeStore } from '../../../services/ports/envois-automatiques';
import { purgeConfirmations } from '../programmer/confirmations';
import { readDerniereSoiree } from '../programmer/soirees-ouvertes';
import { execute } from '../query';

/** Nothing is put off while a worker is still delivering: an evening that runs late goes on. */
const POSTPONE = `
  UPDATE sms_envois SET disponible_le = :jusqua, retarde = true, updated_at = :now
   WHERE statut = 'programme' AND modalite <> 'fiche_action' AND tentatives = 0 AND disponible_le <= :avant
     AND NOT EXISTS (SELECT 1 FROM sms_envois v WHERE v.statut IN ('reserve', 'en_cours'))`;

/** What the base keeps of the evenings; planning them is a use case (services/soiree). */
export function createSoirees(knex: Knex): Omit<SoireeStore, 'planSoiree' | 'replanEcartees'> {
  return {
    purgeConfirmations: (now) => purgeConfirmations(knex, now),
    lastSoiree: () => readDerniereSoiree(knex),
    postpone: (avant, jusqua, now) => execute(knex, POSTPONE, { avant, jusqua, now }),
  };
}
