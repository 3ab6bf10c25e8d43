import type { Knex } from 'knex';
import type {
  DemandeJournalExemplaires,
  LigneJournalExemplaire,
  PageExemplaires,
} from '../../../../../core/api/exemplaires';
import { query } from '../query';

/** The person that each imitates is known by documentId alone: named as long as her fiche is there. */
const LIGNES = `
  SELECT x.id, x.demande_le AS "demandeLe", x.genre, x.transport, x.vers, x.issue, x.modele_nom AS modele,
         coalesce(nullif(btrim(coalesce(u.firstname, '') || ' ' || coalesce(u.lastname, '')), ''), '') AS auteur,
         x.type_destinataire AS "typeDestinataire",
         (SELECT btrim(p.nom || ' ' || coalesce(p.prenom, ''))
            FROM (SELECT document_id, nom, prenom FROM entrepreneurs
                  UNION ALL SELECT document_id, nom, prenom FROM contacts_individuels
                  UNION ALL SELECT document_id, nom, prenom FROM contacts_partenaires
                  UNION ALL SELECT document_id, raison_sociale, NULL FROM entreprises_partenaires) p
           WHERE p.document_id = x.destinataire_document_id LIMIT 1) AS personne
    FROM sms_exemplaires x LEFT JOIN admin_users u ON u.id = x.utilisateur_id
   ORDER BY x.id DESC LIMIT :limite OFFSET :debut`;

/** Decision G12: the journal of what users have had sent to themselves, the latest first. */
export async function listExemplaires(
  knex: Knex,
  { page, pageSize }: DemandeJournalExemplaires
): Promise<PageExemplaires> {
  const [compte] = await query<{ total: number }>(
    knex,
    'SELECT count(*)::int AS total FROM sms_exemplaires'
  );
  const lignes = await query<LigneJournalExemplaire>(knex, LIGNES, {
    limite: pageSize,
    debut: (page - 1) * pageSize,
  });
  return { total: compte?.total ?? 0, lignes };
}
