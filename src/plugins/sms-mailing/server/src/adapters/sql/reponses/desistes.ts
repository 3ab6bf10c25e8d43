import type { Knex } from 'knex';
import type { Desiste } from '../../../../../core/api/fiches';
import type { Perimetre } from '../../../../../core/perimetre';
import { sqlFiches } from '../destinataires/fiches';
import { sqlPerimetre } from '../destinataires/perimetre';
import { query } from '../query';
import { sqlNomPersonne } from '../noms/affiches';

/** Who withdrew from an action by her link, the latest first. */
export function listDesistes(
  knex: Knex,
  actionDocumentId: string,
  perimetre: Perimetre
): Promise<Desiste[]> {
  const portee = sqlPerimetre(perimetre);
  return query<Desiste>(
    knex,
    `SELECT d.document_id AS "documentId", ${sqlNomPersonne('d')} AS nom,
            to_char(p.confirme_le, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS le
       FROM actions a
       JOIN participations_action_lnk la ON la.action_id = a.id
       JOIN participations p ON p.id = la.participation_id
       JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
       JOIN (${sqlFiches('entrepreneur')}) d ON d.id = le.entrepreneur_id
      WHERE a.document_id = :actionDocumentId AND p.statut = 'Annulé' AND p.confirme_source = 'Lien' AND ${portee.sql}
      ORDER BY p.confirme_le DESC, p.id`,
    { ...portee.params, actionDocumentId }
  );
}
