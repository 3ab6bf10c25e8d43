import type { Knex } from 'knex';
import { etatCourriel } from '../../../../../core/courriel';
import type { RepondantStore } from '../../../services/ports/moteur';
import { sqlLectrice } from '../perimetres/remplacements';
import { query } from '../query';
import { sqlQuiMene } from './qui-mene';

interface Ligne {
  id: number;
  nom: string | null;
  prenom: string | null;
  email: string;
}

/** Of an envoi about an action, who leads it; else the référent of that day; each, or who replaces them. */
const REPONDANTS = `
  SELECT v.id, q.nom, q.prenom, q.email
    FROM sms_envois v
    JOIN LATERAL (
      ${sqlQuiMene('v.action_id', ':jour::date')}
      UNION ALL
      SELECT coalesce(lu.nom, i.nom), CASE WHEN lu.email IS NULL THEN i.prenom ELSE lu.prenom END,
             coalesce(lu.email, i.email)
        FROM intervenants i LEFT JOIN LATERAL ${sqlLectrice('i', ':jour::date')} lu ON true
       WHERE v.action_id IS NULL AND i.id = v.referent_id) q ON true
   WHERE v.id = ANY(:envoiIds)`;

/** An address that no Reply-To may hold leaves the answers where they went. */
export function createRepondants(knex: Knex): RepondantStore {
  return {
    async read(envoiIds, jour) {
      const lignes = await query<Ligne>(knex, REPONDANTS, { envoiIds, jour });
      return new Map(
        lignes
          .filter(({ email }) => etatCourriel(email) === 'valide')
          .map(({ id, nom, prenom, email: adresse }) => [
            id,
            { nom: [prenom, nom].filter(Boolean).join(' '), adresse },
          ])
      );
    },
  };
}
