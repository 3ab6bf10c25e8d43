import type { Knex } from 'knex';
import type { Destinations, ParticipantDeFiche } from '../../../../../core/api/fiches';
import type { MotifExclusion } from '../../../../../core/motif';
import type { Perimetre } from '../../../../../core/perimetre';
import { typeContactSchema, type TypeContact } from '../../../../../core/vocabulaire';
import type {
  ActionDeFiche,
  EnvoiLu,
  FicheLectureStore,
  ModeleListe,
  ParticipationLue,
} from '../../../services/ports/fiches';
import { SQL_HISTORIQUE } from '../archives/historique';
import { sqlDestinataires } from '../destinataires/destination';
import { sqlFiches } from '../destinataires/fiches';
import { sqlPerimetre } from '../destinataires/perimetre';
import { sqlStatut } from '../envois/file';
import { fromJson } from '../modeles/modeles';
import { query } from '../query';

const TYPES = typeContactSchema.options;

/** The three destinations of a fiche `f`: adresse_email, motif_email, adresse_newsletter … */
function sqlDestinations(promotionSansConsentement: boolean): {
  jointures: string;
  colonnes: string;
} {
  return {
    jointures: TYPES.map((typeContact) => {
      const choix = { typeDestinataire: 'entrepreneur', typeContact, but: 'suivi' } as const;
      const sql = sqlDestinataires({ ...choix, promotionSansConsentement });
      return `JOIN LATERAL (SELECT * FROM (${sql}) z WHERE z.id = f.id LIMIT 1) d_${typeContact} ON true`;
    }).join('\n'),
    colonnes: TYPES.map(
      (type) => `d_${type}.adresse AS adresse_${type}, d_${type}.motif AS motif_${type}`
    ).join(', '),
  };
}

type Colonnes = Record<`adresse_${TypeContact}`, string | null> &
  Record<`motif_${TypeContact}`, MotifExclusion | null>;

function toDestinations(ligne: Colonnes): Destinations {
  return {
    email: { adresse: ligne.adresse_email, motif: ligne.motif_email },
    newsletter: { adresse: ligne.adresse_newsletter, motif: ligne.motif_newsletter },
    sms: { adresse: ligne.adresse_sms, motif: ligne.motif_sms },
  };
}

const NOM = `btrim(upper(f.nom) || ' ' || coalesce(f.prenom, ''))`;

async function readEntrepreneur(
  knex: Knex,
  documentId: string,
  { perimetre, promotion }: { perimetre: Perimetre; promotion: boolean }
): Promise<{ nom: string; destinations: Destinations } | null> {
  const destinations = sqlDestinations(promotion);
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

type LigneParticipant = Colonnes & Omit<ParticipantDeFiche, 'destinations'>;

async function listParticipants(
  knex: Knex,
  actionDocumentId: string,
  { perimetre, promotion }: { perimetre: Perimetre; promotion: boolean }
): Promise<ParticipantDeFiche[]> {
  const destinations = sqlDestinations(promotion);
  const portee = sqlPerimetre(perimetre);
  const lignes = await query<LigneParticipant>(
    knex,
    `SELECT f.document_id AS "documentId", ${NOM} AS nom, coalesce(p.statut, 'Inscrit') AS statut,
            coalesce(p.confirme, false) AS confirme, coalesce(p.presence, 'Non saisie') AS presence,
            ${destinations.colonnes}
       FROM (SELECT DISTINCT ON (le.entrepreneur_id) le.entrepreneur_id, p.*
               FROM actions a
               JOIN participations_action_lnk la ON la.action_id = a.id
               JOIN participations p ON p.id = la.participation_id
               JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
              WHERE a.document_id = :actionDocumentId AND p.statut IS DISTINCT FROM 'Annulé'
              ORDER BY le.entrepreneur_id, p.id) p
       JOIN entrepreneurs f ON f.id = p.entrepreneur_id ${destinations.jointures}
       CROSS JOIN LATERAL (SELECT d_email.*) d
      WHERE ${portee.sql}
      ORDER BY lower(f.nom), lower(f.prenom), f.id`,
    { ...portee.params, actionDocumentId }
  );
  return lignes.map((ligne) => ({
    documentId: ligne.documentId,
    nom: ligne.nom,
    statut: ligne.statut,
    confirme: ligne.confirme,
    presence: ligne.presence,
    destinations: toDestinations(ligne),
  }));
}

const MODELES = `
  SELECT m.document_id AS "documentId", m.nom, coalesce(m.objet, '') AS objet, m.type_contact AS "typeContact", m.but,
         jsonb_array_length(coalesce(m.pieces_jointes, '[]'::jsonb)) AS "piecesJointes",
         m.destinataires, coalesce(m.modalites, '[]'::jsonb) AS modalites,
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
    `SELECT btrim(upper(d.nom) || ' ' || coalesce(d.prenom, '')) AS nom, a.objet, to_char(a.date, 'YYYY-MM-DD') AS date
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
      const [action] = await query<ActionDeFiche>(
        knex,
        `SELECT document_id AS "documentId", objet, to_char(date, 'YYYY-MM-DD') AS date, capacite,
                to_char(heure_debut, 'HH24:MI') AS "heureDebut", coalesce(statut, '') = 'Annulée' AS annulee
           FROM actions WHERE document_id = :documentId LIMIT 1`,
        { documentId }
      );
      return action ?? null;
    },

    listParticipants: async (documentId, perimetre) =>
      listParticipants(knex, documentId, {
        perimetre,
        promotion: await promotionSansConsentement(),
      }),

    readParticipation: (quoi, perimetre) => readParticipation(knex, quoi, perimetre),

    readEnvois: (ids) =>
      query<EnvoiLu>(
        knex,
        `SELECT e.id, ${sqlStatut('e')} AS statut, e.motif, e.envoye_le AS "envoyeLe",
                EXISTS (SELECT 1 FROM sms_envois_archives a WHERE a.id = e.id) AS "texteEfface" FROM ${SQL_HISTORIQUE} e LEFT JOIN sms_file f ON f.envoi_id = e.id WHERE e.id = ANY(:ids::int[])`,
        { ids: [...ids] }
      ),
  };
}
