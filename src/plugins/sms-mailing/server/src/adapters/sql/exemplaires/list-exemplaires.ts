import type { Knex } from 'knex';
import type {
  DemandeJournalExemplaires,
  LigneJournalExemplaire,
  PageExemplaires,
} from '../../../../../core/api/exemplaires';
import type { Perimetre } from '../../../../../core/perimetre';
import { typeDestinataireSchema } from '../../../../../core/vocabulaire';
import { sqlFiches } from '../destinataires/fiches';
import { sqlPerimetre, type Condition } from '../destinataires/perimetre';
import { sqlNomCompte } from '../noms/affiches';
import { query } from '../query';

/** Whether the fiche that a line `x` imitates is of the périmètre. */
function sqlFicheVisible(perimetre: Perimetre): Condition {
  const { sql, params } = sqlPerimetre(perimetre);
  const cas = typeDestinataireSchema.options.map(
    (type) =>
      `EXISTS (SELECT 1 FROM (${sqlFiches(type)}) d WHERE d.document_id = x.destinataire_document_id AND ${sql})`
  );
  return { sql: perimetre.genre === 'tout' ? 'true' : `(${cas.join(' OR ')})`, params };
}

/** The person that each imitates is known by documentId alone: named as long as her fiche is there, to who sees it. */
const sqlLignes = (visible: string): string => `
  SELECT x.id, x.demande_le AS "demandeLe", x.genre, x.transport, x.vers, x.issue, x.modele_nom AS modele,
         ${sqlNomCompte('u')} AS auteur,
         x.type_destinataire AS "typeDestinataire",
         (SELECT btrim(p.nom || ' ' || coalesce(p.prenom, ''))
            FROM (SELECT document_id, nom, prenom FROM entrepreneurs
                  UNION ALL SELECT document_id, nom, prenom FROM contacts_individuels
                  UNION ALL SELECT document_id, nom, prenom FROM contacts_partenaires
                  UNION ALL SELECT document_id, raison_sociale, NULL FROM entreprises_partenaires) p
           WHERE p.document_id = x.destinataire_document_id AND ${visible} LIMIT 1) AS personne
    FROM sms_exemplaires x LEFT JOIN admin_users u ON u.id = x.utilisateur_id
   ORDER BY x.id DESC LIMIT :limite OFFSET :debut`;

/** Decision G12: the journal of what users have had sent to themselves, the latest first. */
export async function listExemplaires(
  knex: Knex,
  { page, pageSize }: DemandeJournalExemplaires,
  perimetre: Perimetre
): Promise<PageExemplaires> {
  const visible = sqlFicheVisible(perimetre);
  const [compte] = await query<{ total: number }>(
    knex,
    'SELECT count(*)::int AS total FROM sms_exemplaires'
  );
  const lignes = await query<LigneJournalExemplaire>(knex, sqlLignes(visible.sql), {
    ...visible.params,
    limite: pageSize,
    debut: (page - 1) * pageSize,
  });
  return { total: compte?.total ?? 0, lignes };
}
