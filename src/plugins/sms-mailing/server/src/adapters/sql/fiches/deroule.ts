import type { Knex } from 'knex';
import type { Perimetre } from '../../../../../core/perimetre';
import type { LigneDeroule } from '../../../services/ports/fiches';
import { SQL_HISTORIQUE } from '../archives/historique';
import { SQL_LIEU, sqlDit, sqlVient } from '../cibles/occurrence';
import { sqlFiches } from '../destinataires/fiches';
import { sqlPerimetre } from '../destinataires/perimetre';
import { sqlStatut } from '../envois/file';
import { query } from '../query';
import { sqlNomPersonne } from '../noms/affiches';

/** Guide §8: each modèle that the fiche of the action has sent, and each who comes. */
const DEROULE = `
  WITH action AS (
    SELECT a.id, a.date, to_char(a.heure_debut, 'HH24:MI') AS heure, ${SQL_LIEU} AS lieu
      FROM actions a WHERE a.document_id = :action LIMIT 1
  ), envoyes AS MATERIALIZED (
    SELECT e.* FROM ${SQL_HISTORIQUE} e
     WHERE e.action_id = (SELECT id FROM action) AND e.modalite = 'fiche_action' AND e.statut <> 'annule'
  ), modeles AS (
    SELECT e.modele_id, min(e.type_contact) AS type_contact, min(e.created_at) AS premier_le, max(e.prevu_le) AS dernier_le
      FROM envoyes e GROUP BY 1
  ), participants AS (
    SELECT DISTINCT ON (le.entrepreneur_id) le.entrepreneur_id, p.created_at
      FROM action a
      JOIN participations_action_lnk la ON la.action_id = a.id
      JOIN participations p ON p.id = la.participation_id
      JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
     WHERE ${sqlVient('p')}
     ORDER BY le.entrepreneur_id, p.id
  )
  SELECT mo.modele_id AS "modeleId", coalesce(m.nom, '') AS modele, m.document_id AS "modeleDocumentId",
         mo.type_contact AS "typeContact", mo.dernier_le AS "dernierLe", d.document_id AS "documentId",
         ${sqlNomPersonne('d')} AS nom, v.statut, v.motif, v.envoye_le AS "envoyeLe",
         coalesce(v.ancien, false) AS ancien, x.created_at > mo.premier_le AS "inscriteDepuis"
    FROM modeles mo
    LEFT JOIN sms_modeles m ON m.id = mo.modele_id
    CROSS JOIN participants x
    JOIN (${sqlFiches('entrepreneur')}) d ON d.id = x.entrepreneur_id
    LEFT JOIN LATERAL (
      SELECT ${sqlStatut('e')} AS statut, e.motif, e.envoye_le,
             ${sqlDit('e.action_date', 'a.date')} OR ${sqlDit('e.action_heure', 'a.heure')}
               OR ${sqlDit('e.action_lieu', 'a.lieu')} AS ancien
        FROM envoyes e CROSS JOIN action a LEFT JOIN sms_file f ON f.envoi_id = e.id
       WHERE e.modele_id = mo.modele_id AND e.destinataire_id = x.entrepreneur_id
         AND e.type_destinataire = 'entrepreneur'
       ORDER BY e.id DESC LIMIT 1) v ON true`;

export function listEnvoisDAction(
  knex: Knex,
  action: string,
  perimetre: Perimetre
): Promise<LigneDeroule[]> {
  const portee = sqlPerimetre(perimetre);
  return query<LigneDeroule>(
    knex,
    `${DEROULE} WHERE ${portee.sql} ORDER BY mo.dernier_le, mo.modele_id, nom, d.id`,
    { ...portee.params, action }
  );
}
