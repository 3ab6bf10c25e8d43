import type { Knex } from 'knex';
import { reglagesRenduSchema, type ReglagesRendu } from '../../../../../core/reglages-rendu';
import type { ReglagesRenduStore } from '../../../services/ports/moteur';
import { fromJson } from '../modeles/modeles';
import { query } from '../query';

/** As kept; null for an envoi that left before settings were. */
export function toReglagesRendu(contenu: unknown): ReglagesRendu | null {
  return contenu === null ? null : reglagesRenduSchema.parse(fromJson(contenu));
}

/** jsonb is the same whatever the order of its keys: the same settings are one row, whoever writes them. */
const KEEP = `
  INSERT INTO sms_reglages_rendu (contenu) VALUES (CAST(:contenu AS jsonb))
  ON CONFLICT (contenu) DO UPDATE SET contenu = EXCLUDED.contenu
  RETURNING id`;

/** Rows that never change, a few for the life of an installation. */
export function createReglagesRendu(knex: Knex): ReglagesRenduStore {
  return {
    async keep(reglages): Promise<number> {
      const contenu = JSON.stringify(reglages);
      const [ligne] = await query<{ id: number }>(knex, KEEP, { contenu });
      if (ligne === undefined) {
        throw new Error('Les réglages du message n’ont pas pu être gardés.');
      }
      return ligne.id;
    },
  };
}
