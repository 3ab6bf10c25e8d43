import type { Knex } from 'knex';
import { STATUTS_BLOQUANTS } from '../../../../../core/envoi';
import type {
  ProgrammationAction,
  ProgrammationEntrepreneur,
  ResultatProgrammation,
} from '../../../services/ports/fiches';
import { sqlFiches } from '../destinataires/fiches';
import { sqlPerimetre } from '../destinataires/perimetre';
import { query, type Params } from '../query';

/** Decision C6: a campagne of this evening holds the same modele for the same person. */
const DEJA_CE_SOIR = `
  (:modalite = 'fiche_entrepreneur' AND v.modalite = 'campagne' AND v.prevu_le = :depart::timestamp
   AND v.statut IN ('programme', 'reserve', 'en_cours'))`;

/**
 * Candidates `q` (destinataire_id, participation_id, action_id, action_date, nom, base) become envois. The
 * number at the end of the key counts the earlier envois of the same occurrence; a second click at the same
 * instant computes the same number and is refused by the unique key.
 */
function sqlInsert(candidats: string, force: boolean): string {
  const garde = force ? 'true' : `NOT x.bloque`;
  return `
  WITH q AS (${candidats}), x AS (
    SELECT q.*, coalesce(b.n, 0) AS essai, coalesce(b.bloque, false) AS bloque
      FROM q LEFT JOIN LATERAL (
        SELECT count(*) FILTER (WHERE starts_with(v.cle, q.base)) AS n, bool_or(v.statut = ANY(:bloquants)) AS bloque
          FROM sms_envois v
         WHERE v.type_destinataire = 'entrepreneur' AND v.destinataire_id = q.destinataire_id
           AND v.modele_id = :modeleId AND (starts_with(v.cle, q.base) OR ${DEJA_CE_SOIR})) b ON true
  ), i AS (
    INSERT INTO sms_envois (document_id, cle, modalite, type_contact, statut, modele_id, action_id, action_date,
        participation_id, type_destinataire, destinataire_id, nom, prevu_le, disponible_le, retarde,
        tentatives, credits, auteur_id, created_at, updated_at, published_at)
    SELECT translate(gen_random_uuid()::text, '-', ''), x.base || x.essai, :modalite, :typeContact, 'programme',
           :modeleId::int, x.action_id, x.action_date, x.participation_id, 'entrepreneur', x.destinataire_id, x.nom,
           :depart, :depart, false, 0, 0, :auteurId::int, :now, :now, :now
      FROM x WHERE ${garde}
    ON CONFLICT (cle) DO NOTHING
    RETURNING id, document_id)
  SELECT (SELECT coalesce(array_agg(id ORDER BY id), '{}') FROM i) AS ids,
         (SELECT coalesce(array_agg(document_id ORDER BY id), '{}') FROM i) AS documents, (SELECT count(*)::int FROM q) AS vus`;
}

/** Guide §8: the inscrits of the action; surbooking only when asked (decision D10). */
function sqlParticipants(perimetre: string): string {
  return `
  SELECT DISTINCT ON (d.id) d.id AS destinataire_id, p.id AS participation_id, a.id AS action_id, a.date AS action_date,
         btrim(upper(d.nom) || ' ' || coalesce(d.prenom, '')) AS nom,
         'fa:' || a.id || '.' || a.date || ':e' || d.id || ':m' || :modeleId::text || ':' AS base
    FROM actions a
    JOIN participations_action_lnk la ON la.action_id = a.id
    JOIN participations p ON p.id = la.participation_id
    JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
    JOIN (${sqlFiches('entrepreneur')}) d ON d.id = le.entrepreneur_id
   WHERE a.id = :actionId
     AND (coalesce(p.statut, 'Inscrit') = 'Inscrit' OR (:inclureListeAttente AND p.statut <> 'Annulé'))
     AND (:tous OR d.document_id = ANY(:entrepreneurs)) AND ${perimetre}
   ORDER BY d.id, p.id`;
}

function sqlEntrepreneur(perimetre: string): string {
  return `
  SELECT d.id AS destinataire_id, NULL::int AS participation_id, NULL::int AS action_id, NULL::date AS action_date,
         btrim(upper(d.nom) || ' ' || coalesce(d.prenom, '')) AS nom,
         'fe:' || :soir::text || ':e' || d.id || ':m' || :modeleId::text || ':' AS base
    FROM (${sqlFiches('entrepreneur')}) d
   WHERE d.document_id = :entrepreneur AND ${perimetre} LIMIT 1`;
}

/** Longer than any undo delay: it is the evening's, and the tick finds it. */
const REPENTIR_MAX_MS = 120_000;

/** When the workers should look, in milliseconds from now; empty: at once. */
function delaiOf(depart: Date, now: Date): string {
  const ms = depart.getTime() - now.getTime();
  return ms > 0 && ms <= REPENTIR_MAX_MS ? String(ms) : '';
}

async function insert(
  knex: Knex,
  sql: string,
  params: Params & { depart: Date; now: Date }
): Promise<ResultatProgrammation> {
  return knex.transaction(async (trx) => {
    const [ligne] = await query<{ ids: number[]; documents: string[]; vus: number }>(trx, sql, {
      ...params,
      bloquants: [...STATUTS_BLOQUANTS],
    });
    const ids = ligne?.ids ?? [];
    if (ids.length > 0) {
      // Delivered with the commit: a worker waiting for work wakes at once (decision F18).
      await trx.raw(`SELECT pg_notify('sms_envois', ?)`, [delaiOf(params.depart, params.now)]);
    }
    return {
      ids,
      documentIds: ligne?.documents ?? [],
      programmes: ids.length,
      dejaProgrammes: (ligne?.vus ?? 0) - ids.length,
    };
  });
}

export function scheduleAction(
  knex: Knex,
  programmation: ProgrammationAction
): Promise<ResultatProgrammation> {
  const perimetre = sqlPerimetre(programmation.perimetre);
  const { action, modele, entrepreneurDocumentIds } = programmation;
  return insert(knex, sqlInsert(sqlParticipants(perimetre.sql), programmation.force), {
    ...perimetre.params,
    modalite: 'fiche_action',
    modeleId: modele.id,
    typeContact: modele.typeContact,
    actionId: action.id,
    tous: entrepreneurDocumentIds === null,
    entrepreneurs: [...(entrepreneurDocumentIds ?? [])],
    inclureListeAttente: programmation.inclureListeAttente,
    depart: programmation.depart,
    auteurId: programmation.auteurId,
    now: programmation.now,
  });
}

export function scheduleEntrepreneur(
  knex: Knex,
  programmation: ProgrammationEntrepreneur
): Promise<ResultatProgrammation> {
  const perimetre = sqlPerimetre(programmation.perimetre);
  const { modele } = programmation;
  return insert(knex, sqlInsert(sqlEntrepreneur(perimetre.sql), programmation.force), {
    ...perimetre.params,
    modalite: 'fiche_entrepreneur',
    modeleId: modele.id,
    typeContact: modele.typeContact,
    entrepreneur: programmation.entrepreneurDocumentId,
    soir: programmation.soir,
    depart: programmation.depart,
    auteurId: programmation.auteurId,
    now: programmation.now,
  });
}
