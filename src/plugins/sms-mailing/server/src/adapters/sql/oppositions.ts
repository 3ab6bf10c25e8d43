import type { Knex } from 'knex';
import type { OppositionStore } from '../../services/ports/moteur';
import { SQL_EMPREINTE } from './destinataires/destination';
import { execute, query } from './query';

const ADD = `
  INSERT INTO sms_oppositions (document_id, empreinte, portee, source, survenue_le, created_at, updated_at, published_at)
  VALUES (translate(gen_random_uuid()::text, '-', ''), ${SQL_EMPREINTE(':adresse::text')}, :portee, :source,
          :now, :now, :now, :now)
  ON CONFLICT (empreinte, portee) DO NOTHING`;

export function createOppositions(knex: Knex): OppositionStore {
  return {
    async add(adresse, portee, source, now): Promise<void> {
      await execute(knex, ADD, { adresse, portee, source, now });
    },
  };
}

/** The address that an envoi reached: what a désinscription concerns. */
export async function readAdresseEnvoi(knex: Knex, envoiId: number): Promise<string | null> {
  const [ligne] = await query<{ adresse: string | null }>(
    knex,
    'SELECT adresse FROM sms_envois WHERE id = :envoiId',
    { envoiId }
  );
  return ligne?.adresse ?? null;
}
