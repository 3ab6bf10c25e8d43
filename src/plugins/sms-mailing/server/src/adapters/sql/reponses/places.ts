import type { Knex } from 'knex';
import type {
  ActionLiberee,
  EtatConvocation,
  PlacesDAction,
  PropositionLue,
} from '../../../../../core/proposition';
import type { Perimetre } from '../../../../../core/perimetre';
import { countLibres, type Remplissage } from '../../../../../core/remplissage';
import { sqlRemplissage, sqlTenues } from '../cibles/remplissage';
import { sqlFiches } from '../destinataires/fiches';
import { sqlActionVisible, sqlPerimetre } from '../destinataires/perimetre';
import { sqlNomPersonne } from '../noms/affiches';
import { fromJson } from '../modeles/modeles';
import { execute, query } from '../query';
import { noteProposition, openProposition, takeBackPlace, type PlaceOuverte } from './propositions';

const ATTENTE = `'Liste d''attente'`;

/** Whom an action keeps waiting, in the order in which they came; a person once. */
const sqlAttente = (action: string): string => `
  SELECT le.entrepreneur_id, min(p.id) AS participation_id,
         row_number() OVER (ORDER BY min(p.created_at), min(p.id))::int AS rang
    FROM participations_action_lnk la
    JOIN participations p ON p.id = la.participation_id
    JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
   WHERE la.action_id = ${action} AND p.statut = ${ATTENTE}
   GROUP BY le.entrepreneur_id`;

/** Where the proposition `t` of the participation `p` stands at `:now`. */
const ETAT = `
  CASE WHEN t.statut <> 'ouverte' THEN t.statut WHEN p.statut IS DISTINCT FROM ${ATTENTE} THEN 'caduque'
       WHEN t.expire_le <= :now::timestamp THEN 'expiree' ELSE 'ouverte' END`;

const iso = (colonne: string): string => `to_char(${colonne}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const sqlPropositions = (portee: string): string => `
  SELECT DISTINCT ON (t.participation_id) t.id, d.document_id AS "documentId", ${sqlNomPersonne('d')} AS nom, ${ETAT} AS etat,
         ${iso('t.proposee_le')} AS "proposeeLe", ${iso('t.expire_le')} AS "expireLe", ${iso('t.close_le')} AS "closeLe",
         coalesce(nullif(btrim(concat(u.firstname, ' ', u.lastname)), ''), u.email, '') AS par, t.convocation, t.detail
    FROM sms_propositions t
    JOIN participations p ON p.id = t.participation_id
    JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
    JOIN (${sqlFiches('entrepreneur')}) d ON d.id = le.entrepreneur_id
    LEFT JOIN admin_users u ON u.id = t.auteur_id
   WHERE t.action_id = (SELECT a.id FROM actions a WHERE a.document_id = :documentId LIMIT 1) AND ${portee}
   ORDER BY t.participation_id, t.id DESC`;

const COMPTE = `
  SELECT a.capacite, a.surbooking, r.inscrits, r.surbookes, ${sqlTenues()} AS tenues
    FROM actions a CROSS JOIN LATERAL ${sqlRemplissage()} r WHERE a.document_id = :documentId LIMIT 1`;

async function readPlaces(
  knex: Knex,
  documentId: string,
  { perimetre, now }: { perimetre: Perimetre; now: Date }
): Promise<PlacesDAction> {
  const portee = sqlPerimetre(perimetre);
  const params = { ...portee.params, documentId, now };
  const [compte] = await query<Remplissage & { tenues: number }>(knex, COMPTE, {
    ...{ documentId, now },
  });
  const attente = await query<PlacesDAction['attente'][number]>(
    knex,
    `SELECT d.document_id AS "documentId", ${sqlNomPersonne('d')} AS nom, w.rang
       FROM actions a CROSS JOIN LATERAL (${sqlAttente('a.id')}) w
       JOIN (${sqlFiches('entrepreneur')}) d ON d.id = w.entrepreneur_id
      WHERE a.document_id = :documentId AND ${portee.sql} ORDER BY w.rang`,
    { ...portee.params, documentId }
  );
  const propositions = await query<PropositionLue>(knex, sqlPropositions(portee.sql), params);
  return {
    libres: compte === undefined ? 0 : countLibres(compte),
    tenues: compte?.tenues ?? 0,
    attente,
    propositions: propositions.sort((une, autre) => autre.id - une.id),
  };
}

/** Actions to come with a place that nobody of their liste d'attente has yet: few, found by who waits. */
const sqlLiberees = (visible: string, portee: string): string => `
  SELECT a.document_id AS "documentId", a.objet, to_char(a.date, 'YYYY-MM-DD') AS date,
         to_char(a.heure_debut, 'HH24:MI') AS "heureDebut", l.libres, ${sqlTenues()} AS tenues, n.attente, prem.nom AS premiere,
         (SELECT count(*)::int FROM (
            SELECT DISTINCT ON (t.participation_id) ${ETAT} AS etat FROM sms_propositions t
              JOIN participations p ON p.id = t.participation_id
             WHERE t.action_id = a.id ORDER BY t.participation_id, t.id DESC) t
           WHERE t.etat IN ('refusee', 'expiree')) AS "sansSuite"
    FROM (SELECT la.action_id, count(DISTINCT le.entrepreneur_id)::int AS attente
            FROM participations p
            JOIN participations_action_lnk la ON la.participation_id = p.id
            JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
           WHERE p.statut = ${ATTENTE} GROUP BY la.action_id) n
    JOIN actions a ON a.id = n.action_id
    CROSS JOIN LATERAL ${sqlRemplissage()} r
    CROSS JOIN LATERAL (
      SELECT greatest(0, a.capacite - r.inscrits) + greatest(0, coalesce(a.surbooking, 0) - r.surbookes) AS libres) l
    LEFT JOIN LATERAL (
      SELECT ${sqlNomPersonne('d')} AS nom FROM (${sqlAttente('a.id')}) w
        JOIN (${sqlFiches('entrepreneur')}) d ON d.id = w.entrepreneur_id
       WHERE ${portee} ORDER BY w.rang LIMIT 1) prem ON true
   WHERE a.date >= :aujourdhui::date AND a.statut IS DISTINCT FROM 'Annulée' AND a.capacite IS NOT NULL AND l.libres > 0
     AND ${visible}
   ORDER BY a.date, a.heure_debut NULLS LAST, a.id LIMIT 20`;

export interface AConvoquer {
  id: number;
  actionDocumentId: string;
  entrepreneurDocumentId: string;
  modeles: string[];
  auteurId: number | null;
  numero: string;
}

const A_CONVOQUER = `
  SELECT t.id, a.document_id AS "actionDocumentId", e.document_id AS "entrepreneurDocumentId", t.convocations AS modeles,
         t.auteur_id AS "auteurId", t.numero_convocation::text AS numero
    FROM sms_propositions t
    JOIN actions a ON a.id = t.action_id
    JOIN participations_entrepreneur_lnk le ON le.participation_id = t.participation_id
    JOIN entrepreneurs e ON e.id = le.entrepreneur_id
   WHERE t.convocation = 'a_envoyer' ORDER BY t.id LIMIT 50`;

/** Freed places and who is proposed them (decision G15). */
export function createPlaces(knex: Knex) {
  return {
    read: (documentId: string, lu: { perimetre: Perimetre; now: Date }): Promise<PlacesDAction> =>
      readPlaces(knex, documentId, lu),

    listLiberees(lu: {
      perimetre: Perimetre;
      now: Date;
      aujourdhui: string;
    }): Promise<ActionLiberee[]> {
      const visible = sqlActionVisible(lu.perimetre);
      const portee = sqlPerimetre(lu.perimetre);
      const params = { ...visible.params, ...portee.params };
      return query<ActionLiberee>(knex, sqlLiberees(visible.sql, portee.sql), {
        ...{ ...params, now: lu.now, aujourdhui: lu.aujourdhui },
      });
    },

    open: (place: PlaceOuverte) => openProposition(knex, place),

    /** Its message could not leave: it was never proposed. */
    async forget(id: number): Promise<void> {
      await execute(knex, 'DELETE FROM sms_propositions WHERE id = :id', { id });
    },

    note: (id: number) => noteProposition(knex, id),

    takeBack: (documentId: string, id: number, lu: { perimetre: Perimetre; now: Date }) =>
      takeBackPlace(knex, { documentId, id, ...lu }),

    async listAConvoquer(): Promise<AConvoquer[]> {
      const lignes = await query<AConvoquer>(knex, A_CONVOQUER);
      return lignes.map((ligne) => ({ ...ligne, modeles: fromJson<string[]>(ligne.modeles) }));
    },

    async noteConvocation(
      id: number,
      convocation: EtatConvocation,
      detail: string | null
    ): Promise<void> {
      await execute(
        knex,
        `UPDATE sms_propositions SET convocation = :convocation, detail = :detail
          WHERE id = :id AND convocation = 'a_envoyer'`,
        { id, convocation, detail }
      );
    },
  };
}

export type Places = ReturnType<typeof createPlaces>;
