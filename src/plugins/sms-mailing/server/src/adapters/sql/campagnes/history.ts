import type { Knex } from 'knex';
import type { BilanCampagne, OrigineCampagne, TriCampagnes } from '../../../../../core/campagne';
import { foldRecherche } from '../../../../../core/pliage';
import type { Perimetre } from '../../../../../core/perimetre';
import type { TypeContact, TypeDestinataire } from '../../../../../core/vocabulaire';
import type {
  ComptesModele,
  CampagneListee,
  PageCampagnes,
} from '../../../services/ports/campagnes';
import { query } from '../query';
import { toMotif } from '../cibles/conditions';
import { sqlPlie } from '../cibles/pliage';
import { sqlRemplace } from './remplace';
import { sqlEnvoisVisibles } from './visibles';

const COLONNES_TRI: Readonly<Record<TriCampagnes['cle'], string>> = {
  date: 'l.prevu_le',
  modele: 'lower(l.modele_nom)',
  type_destinataire: 'l.type_destinataire',
};

/** Guide §7.c « En attente »: what the fiches Entrepreneur ask of one modele for one evening is one line. */
const sqlLignes = (visibles: string, tout: boolean): string => `
  SELECT 'campagne' AS origine, c.id AS campagne_id, c.document_id, c.modele_id, c.type_contact, c.type_destinataire,
         c.prevu_le, coalesce(c.libelle, '') AS libelle, c.created_by_id AS auteur_id
    FROM sms_campagnes c
   WHERE ${tout ? 'true' : `EXISTS (SELECT 1 FROM sms_envois v WHERE v.campagne_id = c.id AND ${visibles})`}
   UNION ALL
  SELECT 'fiche_entrepreneur', NULL::int, NULL, v.modele_id, v.type_contact, v.type_destinataire, v.prevu_le, '',
         CASE WHEN min(v.auteur_id) = max(v.auteur_id) THEN min(v.auteur_id) END
    FROM sms_envois v
   WHERE v.modalite = 'fiche_entrepreneur' AND ${visibles}
   GROUP BY v.modele_id, v.type_contact, v.type_destinataire, v.prevu_le`;

/** Due, or already taken before its hour (« Exécuter l’envoi de 19h maintenant »). */
const PRIS = `(v.prevu_le <= :now::timestamp
  OR EXISTS (SELECT 1 FROM sms_file f WHERE f.envoi_id = v.id AND f.etat <> 'attente'))`;

const REMPLACE = sqlRemplace('v');

const BILAN = `
  count(*) FILTER (WHERE v.statut = 'programme' AND NOT ${PRIS})::int AS programmes,
  count(*) FILTER (WHERE v.statut = 'programme' AND ${PRIS})::int AS en_cours,
  count(*) FILTER (WHERE v.statut IN ('envoye', 'remis'))::int AS envoyes,
  count(*) FILTER (WHERE v.statut = 'echec' AND NOT ${REMPLACE})::int AS echecs,
  count(*) FILTER (WHERE v.statut = 'incertain')::int AS incertains,
  count(*) FILTER (WHERE v.statut = 'exclu' AND NOT ${REMPLACE})::int AS exclus,
  count(*) FILTER (WHERE v.statut = 'annule' AND NOT ${REMPLACE})::int AS annules`;

interface Ligne extends Omit<BilanCampagne, 'enCours'> {
  total: number;
  origine: OrigineCampagne | null;
  campagne_id: number | null;
  document_id: string | null;
  modele_document_id: string | null;
  libelle: string;
  auteur: string;
  modele_nom: string | null;
  type_contact: TypeContact;
  type_destinataire: TypeDestinataire;
  prevu_le: Date;
  en_cours: number;
}

function toLigne(ligne: Ligne & { origine: OrigineCampagne }): CampagneListee {
  const { programmes, envoyes, echecs, incertains, exclus, annules } = ligne;
  return {
    origine: ligne.origine,
    campagneId: ligne.campagne_id,
    documentId: ligne.document_id,
    modeleDocumentId: ligne.modele_document_id,
    libelle: ligne.libelle,
    auteur: ligne.auteur,
    modeleNom: ligne.modele_nom ?? '',
    typeContact: ligne.type_contact,
    typeDestinataire: ligne.type_destinataire,
    prevuLe: ligne.prevu_le,
    bilan: {
      programmes,
      enCours: ligne.en_cours,
      envoyes,
      echecs,
      incertains,
      exclus,
      annules,
    },
  };
}

/** Campagnes, or evenings of a fiche Entrepreneur, that concern whoever bears that name or address. */
const PERSONNE = `
  l.campagne_id IN (
    SELECT v.campagne_id FROM sms_envois v
     WHERE v.campagne_id IS NOT NULL AND ${sqlPlie(`concat_ws(' ', v.nom, v.adresse)`)} LIKE :personne)
  OR (l.campagne_id IS NULL AND (l.modele_id, l.prevu_le) IN (
    SELECT v.modele_id, v.prevu_le FROM sms_envois v
     WHERE v.modalite = 'fiche_entrepreneur' AND ${sqlPlie(`concat_ws(' ', v.nom, v.adresse)`)} LIKE :personne))`;

interface Sources {
  lignes: string;
  visibles: string;
  personne: string;
}

function sqlHistorique(tri: TriCampagnes, { lignes, visibles, personne }: Sources): string {
  const sens = tri.sens === 'asc' ? 'ASC' : 'DESC';
  return `
  WITH lignes AS MATERIALIZED (
         SELECT l.*, m.nom AS modele_nom, m.document_id AS modele_document_id
           FROM (${lignes}) l LEFT JOIN sms_modeles m ON m.id = l.modele_id
          WHERE (:typeContact::text IS NULL OR l.type_contact = :typeContact)
            AND (:typeDestinataire::text IS NULL OR l.type_destinataire = :typeDestinataire)
            AND (:modeleDocumentId::text IS NULL OR m.document_id = :modeleDocumentId)
            AND (:campagneId::int IS NULL OR l.campagne_id = :campagneId)
            AND (:depuis::timestamp IS NULL OR l.prevu_le >= :depuis) AND (:avant::timestamp IS NULL OR l.prevu_le < :avant)
            AND ${sqlPlie(`concat_ws(' ', m.nom, l.libelle)`)} LIKE :motif AND ${personne}),
       page AS (
         SELECT l.*, row_number() OVER () AS rang
           FROM (SELECT l.* FROM lignes l
                  ORDER BY ${COLONNES_TRI[tri.cle]} ${sens} NULLS LAST, l.prevu_le DESC, l.modele_id, l.campagne_id
                  LIMIT :limite::int OFFSET :saut::int) l)
  SELECT n.total, p.*, b.*,
         coalesce((SELECT btrim(concat_ws(' ', u.firstname, u.lastname)) FROM admin_users u WHERE u.id = p.auteur_id), '')
           AS auteur
    FROM (SELECT count(*)::int AS total FROM lignes) n
    LEFT JOIN page p ON true
    LEFT JOIN LATERAL (
           SELECT ${BILAN} FROM sms_envois v
            WHERE ${visibles}
              AND (v.campagne_id = p.campagne_id
                   OR (p.campagne_id IS NULL AND v.modalite = 'fiche_entrepreneur'
                       AND v.modele_id = p.modele_id AND v.prevu_le = p.prevu_le
                       AND v.type_destinataire = p.type_destinataire))) b ON true
   ORDER BY p.rang`;
}

/** Guide §7.c, one page; a campagne is seen by whoever may see one of its destinataires, and counts only those. */
export async function listCampagnes(
  knex: Knex,
  page: PageCampagnes
): Promise<{ total: number; lignes: CampagneListee[] }> {
  const visibles = sqlEnvoisVisibles(page.perimetre);
  const sources = sqlLignes(visibles.sql, page.perimetre.genre === 'tout');
  const personne = foldRecherche(page.personne) === '' ? 'true' : `(${PERSONNE})`;
  const sql = sqlHistorique(page.tri, { lignes: sources, visibles: visibles.sql, personne });
  const lignes = await query<Ligne>(knex, sql, {
    ...visibles.params,
    typeContact: page.typeContact,
    typeDestinataire: page.typeDestinataire,
    modeleDocumentId: page.modeleDocumentId,
    motif: toMotif(page.recherche),
    personne: toMotif(page.personne),
    campagneId: page.campagneId,
    depuis: page.depuis,
    avant: page.avant,
    limite: page.pageSize,
    saut: (page.page - 1) * page.pageSize,
    now: page.now,
  });
  const presentes = lignes.filter(
    (ligne): ligne is Ligne & { origine: OrigineCampagne } => ligne.origine !== null
  );
  return { total: lignes[0]?.total ?? 0, lignes: presentes.map(toLigne) };
}

/**
 * Guide §7.b: « campagnes associées, envois programmés, envois effectués », for the list of modeles. Fiches
 * test stay out of statistics (decision F13).
 */
export async function countByModele(
  knex: Knex,
  quoi: { typeContact: TypeContact; typeDestinataire: TypeDestinataire },
  perimetre: Perimetre
): Promise<ComptesModele[]> {
  const visibles = sqlEnvoisVisibles(perimetre);
  return query<ComptesModele>(
    knex,
    `SELECT m.document_id AS "modeleDocumentId", count(DISTINCT v.campagne_id)::int AS campagnes,
            count(*) FILTER (WHERE v.statut = 'programme')::int AS programmes,
            count(*) FILTER (WHERE v.statut IN ('envoye', 'remis'))::int AS effectues
       FROM sms_envois v JOIN sms_modeles m ON m.id = v.modele_id
      WHERE v.modalite = 'campagne' AND v.type_contact = :typeContact
        AND v.type_destinataire = :typeDestinataire AND ${visibles.sql}
        AND NOT (v.type_destinataire = 'entrepreneur'
                 AND v.destinataire_id IN (SELECT t.id FROM entrepreneurs t WHERE t.fiche_test))
      GROUP BY m.document_id`,
    { ...visibles.params, ...quoi }
  );
}
