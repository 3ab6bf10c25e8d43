import type { Knex } from 'knex';
import type {
  ActionAgenda,
  ActionOuverte,
  Agenda,
  DemandeAgenda,
  ParticipantAgenda,
} from '../../../../../core/api/agenda';
import type { Reference } from '../../../../../core/api/references';
import type { Perimetre } from '../../../../../core/perimetre';
import type { AgendaStore } from '../../../services/ports/agenda';
import { allOf } from '../cibles/conditions';
import { sqlFiches } from '../destinataires/fiches';
import { sqlActionVisible, sqlPerimetre, type Condition } from '../destinataires/perimetre';
import { query } from '../query';
import { sqlNomIntervenant } from '../noms/affiches';

/** More than a month of a whole association. */
const LIGNES = 1_000;

/** Who animates, first, then who else is there. */
const INTERVENANTS = `
  SELECT action_id, intervenant_id, 0 AS rang FROM actions_animateur_lnk
   UNION ALL SELECT action_id, intervenant_id, 1 FROM actions_intervenants_lnk`;

const COLONNES = `
  a.document_id AS "documentId", a.objet, to_char(a.date, 'YYYY-MM-DD') AS date,
  to_char(a.heure_debut, 'HH24:MI') AS "heureDebut", to_char(a.heure_fin, 'HH24:MI') AS "heureFin",
  (SELECT s.libelle FROM actions_site_lnk l JOIN sites s ON s.id = l.site_id WHERE l.action_id = a.id LIMIT 1) AS lieu,
  a.nature, coalesce(a.statut, '') = 'Annulée' AS annulee, a.capacite,
  ARRAY(SELECT ${sqlNomIntervenant('i')} FROM (${INTERVENANTS}) q JOIN intervenants i ON i.id = q.intervenant_id
         WHERE q.action_id = a.id GROUP BY i.id ORDER BY min(q.rang), i.libelle) AS intervenants,
  (SELECT count(*)::int FROM participations_action_lnk l JOIN participations p ON p.id = l.participation_id
    WHERE l.action_id = a.id AND coalesce(p.statut, 'Inscrit') NOT IN ('Annulé', 'Liste d''attente')) AS inscrits`;

/** Actions that one of these intervenants holds. */
const tenuesPar = (intervenants: string): string =>
  `a.id IN (SELECT q.action_id FROM (${INTERVENANTS}) q WHERE q.intervenant_id IN (${intervenants}))`;

function sqlQui({ genre, documentId }: DemandeAgenda['qui'], moi: string | null): Condition {
  const intervenant = `SELECT i.id FROM intervenants i WHERE i.document_id = :qui`;
  switch (genre) {
    case 'tous':
      return { sql: 'true', params: {} };
    case 'moi':
      return moi === null
        ? { sql: 'true', params: {} }
        : { sql: tenuesPar(intervenant), params: { qui: moi } };
    case 'intervenant':
      return { sql: tenuesPar(intervenant), params: { qui: documentId } };
    case 'equipe':
      return {
        sql: tenuesPar(`SELECT l.intervenant_id FROM intervenants_equipe_lnk l
                          JOIN equipes e ON e.id = l.equipe_id WHERE e.document_id = :qui`),
        params: { qui: documentId },
      };
  }
}

async function readMoi(knex: Knex, utilisateurId: number): Promise<string | null> {
  const [moi] = await query<{ documentId: string }>(
    knex,
    `SELECT i.document_id AS "documentId" FROM intervenants i
       JOIN intervenants_utilisateur_lnk l ON l.intervenant_id = i.id
      WHERE l.user_id = :utilisateurId ORDER BY i.id LIMIT 1`,
    { utilisateurId }
  );
  return moi?.documentId ?? null;
}

/** Whose agenda one may ask for. */
async function listChoix(knex: Knex): Promise<Pick<Agenda, 'intervenants' | 'equipes'>> {
  const [intervenants, equipes] = await Promise.all(
    [
      ['intervenants', sqlNomIntervenant('r')],
      ['equipes', 'r.libelle'],
    ].map(([table, nom]) =>
      query<Reference>(
        knex,
        `SELECT r.document_id AS "documentId", ${nom} AS nom FROM ${table} r ORDER BY r.libelle, r.id`
      )
    )
  );
  return { intervenants: intervenants ?? [], equipes: equipes ?? [] };
}

async function listParticipants(
  knex: Knex,
  action: string,
  perimetre: Perimetre
): Promise<ParticipantAgenda[]> {
  const portee = sqlPerimetre(perimetre);
  return query<ParticipantAgenda>(
    knex,
    `SELECT e.document_id AS "documentId", e.libelle AS nom, coalesce(p.statut, 'Inscrit') AS statut,
            p.confirme, coalesce(p.presence, 'Non saisie') AS presence
       FROM actions a
       JOIN participations_action_lnk la ON la.action_id = a.id
       JOIN participations p ON p.id = la.participation_id
       JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
       JOIN entrepreneurs e ON e.id = le.entrepreneur_id
       JOIN (${sqlFiches('entrepreneur')}) d ON d.id = e.id
      WHERE a.document_id = :action AND ${portee.sql}
      ORDER BY coalesce(p.statut, 'Inscrit') = 'Annulé', e.recherche, p.id`,
    { ...portee.params, action }
  );
}

/** Guide §3: the actions of a period, read as a calendar shows them. */
export function createAgenda(knex: Knex): AgendaStore {
  return {
    async list({ debut, fin, qui }, { utilisateurId, perimetre }) {
      const moi = await readMoi(knex, utilisateurId);
      const { sql, params } = allOf([sqlActionVisible(perimetre), sqlQui(qui, moi)]);
      const actions = await query<ActionAgenda>(
        knex,
        `SELECT ${COLONNES} FROM actions a
          WHERE a.date >= :debut::date AND a.date < :fin::date AND ${sql}
          ORDER BY a.date, a.heure_debut NULLS FIRST, a.id LIMIT ${String(LIGNES + 1)}`,
        { ...params, debut, fin }
      );
      return {
        actions: actions.slice(0, LIGNES),
        coupee: actions.length > LIGNES,
        ...(await listChoix(knex)),
        moi,
      };
    },

    async open(documentId, perimetre) {
      const visible = sqlActionVisible(perimetre);
      const [action] = await query<Omit<ActionOuverte, 'participants'>>(
        knex,
        `SELECT ${COLONNES}, a.mode_intervention AS "modeIntervention", a.lien_visio AS "lienVisio",
                (SELECT t.nom FROM actions_type_action_lnk l JOIN types_action t ON t.id = l.type_action_id
                  WHERE l.action_id = a.id LIMIT 1) AS "typeAction"
           FROM actions a WHERE a.document_id = :documentId AND ${visible.sql} LIMIT 1`,
        { ...visible.params, documentId }
      );
      return action === undefined
        ? null
        : { ...action, participants: await listParticipants(knex, documentId, perimetre) };
    },
  };
}
