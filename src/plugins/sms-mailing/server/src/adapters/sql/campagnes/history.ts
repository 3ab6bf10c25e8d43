import type { Knex } from 'knex';
import type { BilanCampagne, OrigineCampagne } from '../../../../../core/campagne';
import type { TypeContact, TypeDestinataire } from '../../../../../core/vocabulaire';
import type { CampagneListee, PageCampagnes } from '../../../services/ports/campagnes';
import { COMPTES, listOf, sqlSommes } from '../bilans/groupe';
import { toMotif } from '../cibles/conditions';
import { sqlNomCompte } from '../noms/affiches';
import { query, type Params } from '../query';
import { sqlLignes, sqlOrdre } from './lignes-historique';
import { sqlEnvoisVisibles } from './visibles';

/** Due, or already taken before its hour (« Exécuter l’envoi de 19h maintenant »). */
const PRIS = `(v.prevu_le <= :now::timestamp
  OR EXISTS (SELECT 1 FROM sms_file f WHERE f.envoi_id = v.id AND f.etat <> 'attente'))`;

/** Of the lines of `p` that wait: bounded by what waits (`sms_envois_attente_idx`). */
const sqlEnCours = (visibles: string): string => `
  (SELECT count(*)::int FROM sms_envois v
    WHERE v.statut = 'programme' AND v.modele_id = p.modele_id AND ${visibles} AND ${PRIS}
      AND (v.campagne_id = p.campagne_id
           OR (p.campagne_id IS NULL AND v.campagne_id IS NULL AND v.modalite = 'fiche_entrepreneur'
               AND v.prevu_le = p.prevu_le AND v.type_destinataire = p.type_destinataire)))`;

/** Of a line `p`: all the groups of its campagne, or that of its fiches. */
const BILANS_DE_LA_LIGNE = `
  SELECT g.* FROM bilans g WHERE g.campagne_id = p.campagne_id AND g.campagne_id > 0
   UNION ALL
  SELECT g.* FROM bilans g
   WHERE p.campagne_id IS NULL AND g.campagne_id = 0 AND g.modalite = p.origine AND g.modele_id = p.modele_id
     AND g.type_contact = p.type_contact AND g.type_destinataire = p.type_destinataire AND g.periode = p.prevu_le`;

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
      programmes: programmes - ligne.en_cours,
      enCours: ligne.en_cours,
      envoyes,
      echecs,
      incertains,
      exclus,
      annules,
    },
  };
}

/** Who asked for all that the fiches sent that evening, when it is one person; the archive does not say. */
const sqlAuteurFiche = (visibles: string): string => `
  (SELECT CASE WHEN min(v.auteur_id) = max(v.auteur_id) THEN min(v.auteur_id) END FROM sms_envois v
    WHERE p.campagne_id IS NULL AND v.campagne_id IS NULL AND v.modalite = 'fiche_entrepreneur'
      AND v.modele_id = p.modele_id AND v.prevu_le = p.prevu_le AND v.type_contact = p.type_contact
      AND v.type_destinataire = p.type_destinataire AND ${visibles})`;

function sqlHistorique(page: PageCampagnes): { sql: string; params: Params } {
  const { tri, perimetre } = page;
  const { sql, total, params } = sqlLignes(page);
  const visibles = sqlEnvoisVisibles(perimetre).sql;
  const historique = `
  WITH ${sql},
       page AS (
         SELECT l.*, row_number() OVER () AS rang
           FROM (SELECT l.* FROM lignes l ORDER BY ${sqlOrdre(tri)} LIMIT :limite::int OFFSET :saut::int) l)
  SELECT n.total, p.origine, p.campagne_id, p.document_id, p.modele_document_id, p.modele_nom, p.libelle, p.type_contact,
         p.type_destinataire, p.prevu_le,
         ${listOf('b', COMPTES)},
         CASE WHEN b.programmes > 0 THEN ${sqlEnCours(visibles)} ELSE 0 END AS en_cours,
         coalesce((SELECT ${sqlNomCompte('u')} FROM admin_users u
                    WHERE u.id = coalesce(p.auteur_id, ${sqlAuteurFiche(visibles)})), '') AS auteur
    FROM (SELECT ${total} AS total) n
    LEFT JOIN page p ON true
    LEFT JOIN LATERAL (
           SELECT ${sqlSommes('g')} FROM (${BILANS_DE_LA_LIGNE}) g) b ON true
   ORDER BY p.rang`;
  return { sql: historique, params };
}

/** Guide §7.c, one page; a campagne is seen by whoever may see one of its destinataires, and counts only those. */
export async function listCampagnes(
  knex: Knex,
  page: PageCampagnes
): Promise<{ total: number; lignes: CampagneListee[] }> {
  const visibles = sqlEnvoisVisibles(page.perimetre);
  const { sql, params } = sqlHistorique(page);
  const lignes = await query<Ligne>(knex, sql, {
    ...visibles.params,
    ...params,
    typeContact: page.typeContact,
    typeDestinataire: page.typeDestinataire,
    modeleDocumentId: page.modeleDocumentId,
    motif: toMotif(page.recherche),
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
