import type { Knex } from 'knex';
import type { ReparationFile } from '../../../services/ports/envois';
import { execute } from '../query';
import { sqlEnfile } from './file';

/** A line that waits and stands in no queue: written in SQL, or by a version of before the queue. */
const ENFILE = sqlEnfile(
  `(SELECT e.* FROM sms_envois e
     WHERE e.statut = 'programme' AND NOT EXISTS (SELECT 1 FROM sms_file f WHERE f.envoi_id = e.id))`,
  'coalesce(l.disponible_le, l.prevu_le)'
);

/** A row whose line is settled or gone; one on the wire is left to its outcome. */
const RETIRE = `
  DELETE FROM sms_file f
   WHERE f.etat <> 'en_cours'
     AND NOT EXISTS (SELECT 1 FROM sms_envois e WHERE e.id = f.envoi_id AND e.statut = 'programme')`;

/** Docs/adr/0018: an envoi is `programme` if and only if it has its row in the queue. */
export async function repairFile(knex: Knex): Promise<ReparationFile> {
  return { enfiles: await execute(knex, ENFILE), retires: await execute(knex, RETIRE) };
}
