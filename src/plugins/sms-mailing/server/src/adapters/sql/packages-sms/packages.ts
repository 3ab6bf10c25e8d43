import type { Knex } from 'knex';
import { formatDate } from '../../../../../core/horaire';
import type { LignePackage } from '../../../../../core/package-sms';
import type { ChangementPackage, PackageStore } from '../../../services/ports/packages-sms';
import { noteActe } from '../actes/note-acte';
import { execute, query } from '../query';

const COLONNES = `
  p.id, p.document_id AS "documentId", to_char(p.date_achat, 'YYYY-MM-DD') AS "dateAchat", p.achetes, p.consommes,
  coalesce(p.version, 0) AS version,
  (SELECT coalesce(sum(m.nombre), 0)::int FROM sms_mouvements_cumules m WHERE m.package_id = p.id) AS mouvements`;

const INSERT = `
  INSERT INTO sms_packages AS p (document_id, date_achat, achetes, consommes, version, created_at, updated_at, published_at)
  VALUES (translate(gen_random_uuid()::text, '-', ''), :dateAchat, :achetes, :consommes, 1, :now, :now, :now)
  RETURNING ${COLONNES}`;

const UPDATE = `
  UPDATE sms_packages p
     SET date_achat = :dateAchat, achetes = :achetes, consommes = :consommes, version = coalesce(version, 0) + 1, updated_at = :now
   WHERE p.id = :id`;

const CORRIGER = `
  INSERT INTO sms_mouvements (document_id, package_id, nature, credits, auteur_id, raison, survenu_le, created_at, updated_at, published_at)
  VALUES (translate(gen_random_uuid()::text, '-', ''), :id, 'correction', :credits, :auteurId, :raison, :now, :now, :now, :now)`;

const toFaits = ({ achetes, dateAchat }: Pick<LignePackage, 'achetes' | 'dateAchat'>) => ({
  achetes,
  dateAchat: formatDate(dateAchat),
});

/** First on its own: the statements that follow then see what whoever held the lock has written. */
async function lock(trx: Knex, documentId: string): Promise<LignePackage | null> {
  await execute(trx, 'SELECT 1 FROM sms_packages WHERE document_id = :documentId FOR UPDATE', {
    documentId,
  });
  return readPackage(trx, documentId);
}

async function readPackage(trx: Knex, documentId: string): Promise<LignePackage | null> {
  const [ligne] = await query<LignePackage>(
    trx,
    `SELECT ${COLONNES} FROM sms_packages p WHERE p.document_id = :documentId`,
    { documentId }
  );
  return ligne ?? null;
}

async function writeChangement(
  trx: Knex,
  lot: LignePackage,
  changement: ChangementPackage,
  now: Date
): Promise<void> {
  if ('correction' in changement) {
    await execute(trx, CORRIGER, { ...changement.correction, id: lot.id, now });
  }
  const { id, dateAchat, achetes, consommes } = { ...lot, ...changement };
  await execute(trx, UPDATE, { id, dateAchat, achetes, consommes, now });
  const faits = toFaits({ dateAchat, achetes });
  if ('correction' in changement) {
    const { credits, raison } = changement.correction;
    await noteActe(trx, 'package-corrige', { ...faits, credits, raison });
  } else {
    await noteActe(trx, 'package-modifie', faits);
  }
}

export function createPackages(knex: Knex): PackageStore {
  return {
    list: () =>
      query<LignePackage>(
        knex,
        `SELECT ${COLONNES} FROM sms_packages p ORDER BY p.date_achat, p.id`
      ),

    async add(saisi, now): Promise<LignePackage> {
      return knex.transaction(async (trx) => {
        const [ligne] = await query<LignePackage>(trx, INSERT, { ...saisi, now });
        if (ligne === undefined) {
          throw new Error('Le package SMS n’a pas été enregistré.');
        }
        await noteActe(trx, 'package-ajoute', toFaits(ligne));
        return ligne;
      });
    },

    change: (documentId, decide, now) =>
      knex.transaction(async (trx) => {
        const lot = await lock(trx, documentId);
        if (lot !== null) {
          await writeChangement(trx, lot, decide(lot), now);
        }
        return readPackage(trx, documentId);
      }),

    delete: (documentId, check) =>
      knex.transaction(async (trx) => {
        const lot = await lock(trx, documentId);
        if (lot !== null) {
          check(lot);
          await trx('sms_packages').where({ id: lot.id }).delete();
          await noteActe(trx, 'package-supprime', toFaits(lot));
        }
        return lot !== null;
      }),
  };
}
