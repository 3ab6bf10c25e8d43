import type { Knex } from 'knex';
import type { PackageEnregistre, PackageStore } from '../../../services/ports/packages-sms';
import { query } from '../query';

const COLONNES = `id, document_id AS "documentId", to_char(date_achat, 'YYYY-MM-DD') AS "dateAchat", achetes, consommes`;

const INSERT = `
  INSERT INTO sms_packages (document_id, date_achat, achetes, consommes, created_at, updated_at, published_at)
  VALUES (translate(gen_random_uuid()::text, '-', ''), :dateAchat, :achetes, :consommes, :now, :now, :now)
  RETURNING ${COLONNES}`;

const UPDATE = `
  UPDATE sms_packages SET date_achat = :dateAchat, achetes = :achetes, consommes = :consommes, updated_at = :now
   WHERE document_id = :documentId RETURNING ${COLONNES}`;

export function createPackages(knex: Knex): PackageStore {
  return {
    list: () =>
      query<PackageEnregistre>(
        knex,
        `SELECT ${COLONNES} FROM sms_packages ORDER BY date_achat, id`
      ),

    async save(documentId, saisi, now): Promise<PackageEnregistre | null> {
      const sql = documentId === null ? INSERT : UPDATE;
      const [ligne] = await query<PackageEnregistre>(knex, sql, { ...saisi, documentId, now });
      return ligne ?? null;
    },

    async delete(documentId): Promise<void> {
      await knex('sms_packages').where({ document_id: documentId }).delete();
    },
  };
}
