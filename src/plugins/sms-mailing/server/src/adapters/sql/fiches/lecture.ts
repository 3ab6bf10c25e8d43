import type { Knex } from 'knex';
import type { Destinations, ParticipantDeFiche } from '../../../../../core/api/fiches';
import type { Perimetre } from '../../../../../core/perimetre';
import type {
  ActionDeFiche,
  EnvoiLu,
  FicheLectureStore,
  ModeleListe,
  ParticipationLue,
} from '../../../services/ports/fiches';
import { SQL_HISTORIQUE } from '../archives/historique';
import { SQL_LIEU, sqlDit } from '../cibles/occurrence';
import { EFFECTUES } from '../cibles/tenus';
import { sqlFiches } from '../destinataires/fiches';
import { sqlPerimetre } from '../destinataires/perimetre';
import { sqlStatut } from '../envois/file';
import { fromJson } from '../modeles/modeles';
import { query } from '../query';
import { listDesistes } from '../reponses/desistes';
import { canReachAction } from './fiches';
import { listEnvoisDAction } from './deroule';
import { sqlDestinations, toDestinations, type Colonnes } from './destinations';
import { sqlNomIntervenant, sqlNomPersonne } from '../noms/affiches';

const NOM = sqlNomPersonne('f');

async function readEntrepreneur(
  knex: Knex,
  documentId: string,
  { perimetre, promotion }: { perimetre: Perimetre; promotion: boolean }
): Promise<{ nom: string; destinations: Destinations } | null> {
  const destinations = sqlDestinations('entrepreneur', promotion);
  const portee = sqlPerimetre(perimetre);
  const [ligne] = await query<Colonnes & { nom: string }>(
    knex,
    `SELECT ${NOM} AS nom, ${destinations.colonnes}
       FROM entrepreneurs f ${destinations.jointures}
       CROSS JOIN LATERAL (SELECT d_email.*) d
      WHERE f.document_id = :documentId AND ${portee.sql} LIMIT 1`,
    { ...portee.params, documentId }
  );
  return ligne === undefined ? null : { nom: ligne.nom, destinations: toDestinations(ligne) };
}

/** Joins `dit`: the last that a participant `p` really received about the action. */
const DIT = `
  LEFT JOIN LATERAL (
    SELECT e.id, e.action_date, e.action_heure, e.action_lieu, coalesce(e.annulee_confirmee, false) AS annulation
      FROM ${SQL_HISTORIQUE} e
     WHERE e.type_destinataire = 'entrepreneur' AND e.destinataire_id = p.entrepreneur_id
       AND e.action_id = p.action_id AND e.statut IN (${EFFECTUES})
     ORDER BY e.envoye_le DESC NULLS LAST, e.id DESC LIMIT 1) dit ON true`;

/** Decision G19: what it said that is no longer so. */
const ANCIENS = `
  array_remove(ARRAY[
    CASE WHEN ${sqlDit('dit.action_date', 'p.date')} THEN 'date' END,
    CASE WHEN ${sqlDit('dit.action_heure', 'p.heure')} THEN 'heure' END,
    CASE WHEN ${sqlDit('dit.action_lieu', 'p.lieu')} THEN 'lieu' END,
    CASE WHEN p.annulee AND NOT dit.annulation THEN 'annulation' END], NULL)`;

type LigneParticipant = Colonnes & Omit<ParticipantDeFiche, 'destinations'>;

async function listParticipants(
  knex: Knex,
  actionDocumentId: string,
  { perimetre, promotion }: { perimetre: Perimetre; promotion: boolean }
): Promise<ParticipantDeFiche[]> {
  const destinations = sqlDestinations('entrepreneur', promotion);
  const portee = sqlPerimetre(perimetre);
  const lignes = await query<LigneParticipant>(
    knex,
    `SELECT f.document_id AS "documentId", p.document_id AS "participationDocumentId", ${NOM} AS nom,
            coalesce(p.statut, 'Inscrit') AS statut, dit.id IS NOT NULL AS informe, ${ANCIENS} AS anciens,
            p.confirme, p.confirme_source AS "confirmeSource",
            to_char(p.confirme_le, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "confirmeLe",
            coalesce(p.presence, 'Non saisie') AS presence,
            ${destinations.colonnes}
       FROM (SELECT DISTINCT ON (le.entrepreneur_id) le.entrepreneur_id, p.*, a.id AS action_id, a.date, ${SQL_LIEU} AS lieu,
                    to_char(a.heure_debut, 'HH24:MI') AS heure, a.statut IS NOT DISTINCT FROM 'Annulée' AS annulee
               FROM actions a
               JOIN participations_action_lnk la ON la.action_id = a.id
               JOIN participations p ON p.id = la.participation_id
               JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
              WHERE a.document_id = :actionDocumentId AND p.statut IS DISTINCT FROM 'Annulé'
              ORDER BY le.entrepreneur_id, p.id) p
       JOIN entrepreneurs f ON f.id = p.entrepreneur_id ${destinations.jointures}
       CROSS JOIN LATERAL (SELECT d_email.*) d
       ${DIT}
      WHERE ${portee.sql}
      ORDER BY lower(f.nom), lower(f.prenom), f.id`,
    { ...portee.params, actionDocumentId }
  );
  return lignes.map((ligne) => {
    const { documentId, participationDocumentId, nom, statut, presence, informe, anciens } = ligne;
    const { confirme, confirmeSource, confirmeLe } = ligne;
    return {
      ...{ documentId, participationDocumentId, nom, statut, presence, informe, anciens },
      ...{ confirme, confirmeSource, confirmeLe },
      destinations: toDestinations(ligne),
    };
  });
}

/** The fiche that the action `a` names by that relation. */
const liee = (relation: string, table: string, cle: string): string => `
  (SELECT r.document_id FROM actions_${relation}_lnk l JOIN ${table} r ON r.id = l.${cle}_id WHERE l.action_id = a.id LIMIT 1)`;

const COPIE = `jsonb_build_object(
  'typeAction', ${liee('type_action', 'types_action', 'type_action')}, 'ods', ${liee('ods', 'ods', 'ods')},
  'etape', ${liee('etape', 'etapes', 'etape')}, 'etapeReferentiel', a.etape_referentiel,
  'ressource', ${liee('ressource', 'ressources', 'ressource')}, 'phaseMetier', a.phase_metier,
  'modeIntervention', a.mode_intervention, 'antenne', ${liee('antenne', 'antennes', 'antenne')},
  'intervenants', ARRAY(SELECT r.document_id FROM actions_intervenants_lnk l JOIN intervenants r ON r.id = l.intervenant_id
                         WHERE l.action_id = a.id ORDER BY r.id))`;

const ACTION = `
  SELECT a.document_id AS "documentId", a.objet, to_char(a.date, 'YYYY-MM-DD') AS date, a.capacite, a.surbooking, a.nature,
         to_char(a.heure_debut, 'HH24:MI') AS "heureDebut", to_char(a.heure_fin, 'HH24:MI') AS "heureFin",
         ${liee('site', 'sites', 'site')} AS "siteDocumentId",
         ${liee('animateur', 'intervenants', 'intervenant')} AS "animateurDocumentId",
         ${SQL_LIEU} AS lieu, nullif(btrim(a.lien_visio), '') AS "lienVisio", coalesce(a.statut, 'Planifiée') AS statut,
         coalesce(a.statut, '') = 'Annulée' AS annulee, ${COPIE} AS copie,
         ARRAY(SELECT ${sqlNomIntervenant('i')}
            FROM (SELECT al.intervenant_id, 0 AS rang FROM actions_animateur_lnk al WHERE al.action_id = a.id
                   UNION ALL
                  SELECT il.intervenant_id, 1 FROM actions_intervenants_lnk il
                   WHERE il.action_id = a.id AND NOT EXISTS (
                     SELECT 1 FROM actions_animateur_lnk al
                      WHERE al.action_id = a.id AND al.intervenant_id = il.intervenant_id)) l
            JOIN intervenants i ON i.id = l.intervenant_id ORDER BY l.rang, i.id) AS intervenants
    FROM actions a WHERE a.document_id = :documentId LIMIT 1`;

const MODELES = `
  SELECT m.document_id AS "documentId", m.nom, coalesce(m.objet, '') AS objet, m.type_contact AS "typeContact", m.but,
         jsonb_array_length(coalesce(m.pieces_jointes, '[]'::jsonb)) AS "piecesJointes",
         coalesce(m.message, '') ILIKE '%lien_confirmation%' AS "porteLien", m.destinataires, coalesce(m.modalites, '[]'::jsonb) AS modalites,
         (SELECT count(*)::int FROM sms_campagnes c WHERE c.modele_id = m.id) AS campagnes
    FROM sms_modeles m
   WHERE NOT coalesce(m.inactif, false) AND coalesce(m.version, 0) > 0
   ORDER BY lower(m.nom), m.id`;

async function readParticipation(
  knex: Knex,
  quoi: { entrepreneurDocumentId: string; actionDocumentId: string },
  perimetre: Perimetre
): Promise<ParticipationLue | null> {
  const portee = sqlPerimetre(perimetre);
  const [lue] = await query<ParticipationLue>(
    knex,
    `SELECT ${sqlNomPersonne('d')} AS nom, a.objet, to_char(a.date, 'YYYY-MM-DD') AS date
       FROM actions a
       JOIN participations_action_lnk la ON la.action_id = a.id
       JOIN participations_entrepreneur_lnk le ON le.participation_id = la.participation_id
       JOIN (${sqlFiches('entrepreneur')}) d ON d.id = le.entrepreneur_id
      WHERE a.document_id = :action AND d.document_id = :entrepreneur AND ${portee.sql} LIMIT 1`,
    {
      ...portee.params,
      action: quoi.actionDocumentId,
      entrepreneur: quoi.entrepreneurDocumentId,
    }
  );
  return lue ?? null;
}

export function createFichesLecture(
  knex: Knex,
  promotionSansConsentement: () => Promise<boolean>
): FicheLectureStore {
  return {
    async listModeles(): Promise<ModeleListe[]> {
      const lignes = await query<ModeleListe>(knex, MODELES);
      return lignes.map((ligne) => ({
        ...ligne,
        destinataires: fromJson<ModeleListe['destinataires']>(ligne.destinataires),
        modalites: fromJson<ModeleListe['modalites']>(ligne.modalites),
      }));
    },

    readEntrepreneur: async (documentId, perimetre) =>
      readEntrepreneur(knex, documentId, {
        perimetre,
        promotion: await promotionSansConsentement(),
      }),

    async readAction(documentId): Promise<ActionDeFiche | null> {
      const [action] = await query<ActionDeFiche>(knex, ACTION, { documentId });
      return action === undefined
        ? null
        : { ...action, copie: fromJson<ActionDeFiche['copie']>(action.copie) };
    },

    canReachAction: (documentId, perimetre) => canReachAction(knex, documentId, perimetre),

    listParticipants: async (documentId, perimetre) =>
      listParticipants(knex, documentId, {
        perimetre,
        promotion: await promotionSansConsentement(),
      }),

    listDesistes: (documentId, perimetre) => listDesistes(knex, documentId, perimetre),

    readParticipation: (quoi, perimetre) => readParticipation(knex, quoi, perimetre),

    listEnvoisDAction: (documentId, perimetre) => listEnvoisDAction(knex, documentId, perimetre),

    readEnvois: (ids) =>
      query<EnvoiLu>(
        knex,
        `SELECT e.id, ${sqlStatut('e')} AS statut, e.motif, e.envoye_le AS "envoyeLe",
                EXISTS (SELECT 1 FROM sms_envois_archives a WHERE a.id = e.id) AS "texteEfface" FROM ${SQL_HISTORIQUE} e LEFT JOIN sms_file f ON f.envoi_id = e.id WHERE e.id = ANY(:ids::int[])`,
        { ids: [...ids] }
      ),
  };
}
