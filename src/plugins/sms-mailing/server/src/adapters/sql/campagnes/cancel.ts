import type { Knex } from 'knex';
import type { Annulation } from '../../../services/ports/campagnes';
import { noteActe } from '../actes/note-acte';
import { SQL_HISTORIQUE } from '../archives/historique';
import { sqlRetire } from '../envois/file';
import { execute, query } from '../query';
import { sqlEnvoisVisibles } from './visibles';

/**
 * Decision B11. An envoi that a worker is handing over at the same instant is either cancelled here or counted
 * as taken: the lock of its row in the queue decides, never both.
 */
export async function cancelCampagne(
  knex: Knex,
  annulation: Annulation
): Promise<{ annules: number; dejaPris: number }> {
  const { campagneId, envoiIds, envoiDocumentIds, now } = annulation;
  const visibles = sqlEnvoisVisibles(annulation.perimetre);
  const vises = `v.campagne_id = :campagneId::int AND ${visibles.sql}
    AND (:envoiIds::int[] IS NULL OR v.id = ANY(:envoiIds::int[]))
    AND (:envoiDocumentIds::text[] IS NULL OR v.document_id = ANY(:envoiDocumentIds::text[]))`;
  const params = { ...visibles.params, campagneId, envoiIds, envoiDocumentIds, now };
  return knex.transaction(async (trx) => {
    const annules = await execute(
      trx,
      sqlRetire(
        `SELECT v.id FROM sms_envois v WHERE v.statut = 'programme' AND ${vises}`,
        `statut = 'annule'`
      ),
      params
    );
    const [pris] = await query<{ nombre: number }>(
      trx,
      `SELECT count(*)::int AS nombre FROM ${SQL_HISTORIQUE} v
        WHERE v.statut IN ('programme', 'envoye', 'remis', 'incertain') AND ${vises}`,
      params
    );
    const entiere = envoiIds === null && envoiDocumentIds === null;
    if (entiere) {
      await markAnnulee(trx, campagneId, now);
    }
    if (annules > 0) {
      const modele = await readModele(trx, campagneId);
      await noteActe(trx, 'campagne-annulee', { modele, annules, entiere });
    }
    return { annules, dejaPris: pris?.nombre ?? 0 };
  });
}

async function readModele(trx: Knex, campagneId: number): Promise<string> {
  const [ligne] = await query<{ nom: string }>(
    trx,
    `SELECT m.nom FROM sms_campagnes c JOIN sms_modeles m ON m.id = c.modele_id WHERE c.id = :campagneId`,
    { campagneId }
  );
  return ligne?.nom ?? '';
}

/** « Tout annuler »: the campagne itself is over once none of its envois, seen or not, still waits. */
async function markAnnulee(trx: Knex, campagneId: number, now: Date): Promise<void> {
  await execute(
    trx,
    `UPDATE sms_campagnes c SET annulee_le = :now::timestamp, updated_at = :now::timestamp
      WHERE c.id = :campagneId AND c.annulee_le IS NULL
        AND NOT EXISTS (SELECT 1 FROM sms_envois v JOIN sms_file f ON f.envoi_id = v.id
                         WHERE v.campagne_id = c.id AND f.etat <> 'en_cours')`,
    { campagneId, now }
  );
}
