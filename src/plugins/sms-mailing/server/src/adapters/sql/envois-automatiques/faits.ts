import type { Knex } from 'knex';
import type { FaitsParticipation } from '../../../../../core/envoi-automatique';
import type {
  ChoixFaits,
  EnvoiDeRegle,
  LigneFaits,
} from '../../../services/ports/envois-automatiques';
import { sqlFiches } from '../destinataires/fiches';
import { sqlPerimetre } from '../destinataires/perimetre';
import { fromJson } from '../modeles/modeles';
import { query } from '../query';

const lie = (lien: string, colonne: string, table: string): string =>
  `LEFT JOIN LATERAL (SELECT r.document_id, r.nom FROM ${lien} l JOIN ${table} r ON r.id = l.${colonne}
     WHERE l.action_id = a.id LIMIT 1)`;

const ENVOIS = `
  SELECT coalesce(jsonb_agg(jsonb_build_object(
           'regleId', v.envoi_automatique_id, 'cetteDate', v.action_date = a.date, 'statut', v.statut,
           'motif', v.motif, 'envoyeLe', to_char(v.envoye_le, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY v.id DESC),
         '[]'::jsonb) AS envois
    FROM sms_envois v
   WHERE v.action_id = a.id AND v.destinataire_id = d.id AND v.type_destinataire = 'entrepreneur'
     AND v.modalite = 'envoi_automatique' AND starts_with(v.cle, 'a:')`;

const sqlFaits = (condition: string, perimetre: string): string => `
  SELECT DISTINCT ON (a.id, d.id)
         d.document_id AS entrepreneur, a.document_id AS action, a.objet, p.created_at,
         btrim(upper(d.nom) || ' ' || coalesce(d.prenom, '')) AS nom,
         to_char(a.date, 'YYYY-MM-DD') AS date, a.statut AS statut_action, a.nature, a.mode_intervention,
         t.document_id AS type_action, t.nom AS type_nom, o.document_id AS ods, o.nom AS ods_nom,
         e.document_id AS etape, e.nom AS etape_nom, p.statut, p.confirme, p.presence,
         v.envois
    FROM actions a
    JOIN participations_action_lnk la ON la.action_id = a.id
    JOIN participations p ON p.id = la.participation_id
    JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
    JOIN (${sqlFiches('entrepreneur')}) d ON d.id = le.entrepreneur_id
    ${lie('actions_type_action_lnk', 'type_action_id', 'types_action')} t ON true
    ${lie('actions_ods_lnk', 'ods_id', 'ods')} o ON true
    ${lie('actions_etape_lnk', 'etape_id', 'etapes')} e ON true
    CROSS JOIN LATERAL (${ENVOIS}) v
   WHERE ${condition} AND ${perimetre}
   ORDER BY a.id, d.id, p.id LIMIT :limite`;

interface Ligne {
  entrepreneur: string;
  action: string;
  objet: string;
  created_at: Date;
  nom: string;
  date: string;
  statut_action: FaitsParticipation['action']['statut'];
  nature: FaitsParticipation['action']['nature'];
  mode_intervention: FaitsParticipation['action']['modeIntervention'];
  type_action: string | null;
  type_nom: string | null;
  ods: string | null;
  ods_nom: string | null;
  etape: string | null;
  etape_nom: string | null;
  statut: FaitsParticipation['statut'];
  confirme: boolean | null;
  presence: FaitsParticipation['presence'];
  envois: unknown;
}

function listNoms(ligne: Ligne): Record<string, string> {
  const paires = [
    [ligne.type_action, ligne.type_nom],
    [ligne.ods, ligne.ods_nom],
    [ligne.etape, ligne.etape_nom],
  ] as const;
  return Object.fromEntries(
    paires.flatMap(([id, nom]) => (id === null || nom === null ? [] : [[id, nom] as const]))
  );
}

function toFaits(ligne: Ligne): LigneFaits {
  const { statut, confirme, presence } = ligne;
  return {
    entrepreneurDocumentId: ligne.entrepreneur,
    actionDocumentId: ligne.action,
    nom: ligne.nom,
    actionObjet: ligne.objet,
    inscriteLe: ligne.created_at,
    faits: {
      action: {
        date: ligne.date,
        statut: ligne.statut_action,
        nature: ligne.nature,
        typeAction: ligne.type_action,
        ods: ligne.ods,
        etape: ligne.etape,
        modeIntervention: ligne.mode_intervention,
      },
      statut,
      confirme,
      presence,
    },
    noms: listNoms(ligne),
    envois: fromJson<EnvoiDeRegle[]>(ligne.envois),
  };
}

/** What « Pourquoi Mme X ne l'a pas reçu ? » and the écartés of a dry run are judged on. */
export async function listFaits(knex: Knex, choix: ChoixFaits): Promise<LigneFaits[]> {
  const portee = sqlPerimetre(choix.perimetre);
  const condition =
    'date' in choix
      ? { sql: 'a.date = :date::date', params: { date: choix.date } }
      : {
          sql: 'a.document_id = :action AND d.document_id = :entrepreneur',
          params: { action: choix.actionDocumentId, entrepreneur: choix.entrepreneurDocumentId },
        };
  const lignes = await query<Ligne>(knex, sqlFaits(condition.sql, portee.sql), {
    ...condition.params,
    ...portee.params,
    limite: choix.limite,
  });
  return lignes.map(toFaits);
}
