import type { Knex } from 'knex';
import type { Perimetre } from '../../../../../core/perimetre';
import { noteActe } from '../actes/note-acte';
import { sqlPerimetre } from '../destinataires/perimetre';
import { sqlRetire } from '../envois/file';
import type { InactivationModele } from '../../../services/ports/modeles';
import { execute, query } from '../query';

const INACTIVER = `
  WITH change AS (
    UPDATE sms_modeles SET inactif = true, version = coalesce(version, 0) + 1, updated_at = :now, updated_by_id = :auteurId
     WHERE document_id = :documentId RETURNING id, version, nom
  ), copie AS (
    INSERT INTO sms_versions_modele (document_id, modele_id, numero, empreinte, contenu, created_at, updated_at, published_at)
    SELECT translate(gen_random_uuid()::text, '-', ''), c.id, c.version, v.empreinte, v.contenu, :now, :now, :now
      FROM change c JOIN sms_versions_modele v ON v.modele_id = c.id AND v.numero = c.version - 1)
  SELECT version, nom FROM change`;

/** What leaves once it is active again is what left before: only the number of its version changes. */
export function inactivateModele(
  knex: Knex,
  { annuler, ...modele }: InactivationModele
): Promise<{ version: number; annules: number }> {
  return knex.transaction(async (trx) => {
    const [ligne] = await query<{ version: number; nom: string }>(trx, INACTIVER, { ...modele });
    if (ligne === undefined) {
      return { version: 0, annules: 0 };
    }
    const annules = annuler ? await cancelProgrammes(trx, modele.documentId, modele.now) : 0;
    await noteActe(trx, 'modele-inactive', { modele: ligne.nom, annules });
    return { version: ligne.version, annules };
  });
}

const ANNULER = sqlRetire(
  `SELECT v.id FROM sms_modeles m JOIN sms_envois v ON v.modele_id = m.id AND v.statut = 'programme'
    WHERE m.document_id = :documentId`,
  `statut = 'annule', motif = 'modele_inactif', credits = 0`
);

export function cancelProgrammes(knex: Knex, documentId: string, now: Date): Promise<number> {
  return execute(knex, ANNULER, { documentId, now });
}

export async function countProgrammesHors(
  knex: Knex,
  documentId: string,
  perimetre: Perimetre
): Promise<number> {
  const { sql, params } = sqlPerimetre(perimetre, 'v');
  const [ligne] = await query<{ nombre: number }>(
    knex,
    `SELECT count(*)::int AS nombre FROM sms_modeles m
       JOIN sms_envois v ON v.modele_id = m.id AND v.statut = 'programme'
      WHERE m.document_id = :documentId AND NOT ${sql}`,
    { ...params, documentId }
  );
  return ligne?.nombre ?? 0;
}
