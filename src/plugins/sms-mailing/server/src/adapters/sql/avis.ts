import type { Knex } from 'knex';
import type { Avis, LigneRecapitulatif } from '../../../../core/recapitulatif';
import type { AvisDu, AvisStore } from '../../services/ports/avis';
import { fromJson } from './modeles/modeles';
import { readAvisReponses, type ReponseGardee } from './reponses/avis-reponses';
import { sqlQuiMene } from './reponses/qui-mene';
import { sqlNomCompte } from './noms/affiches';
import { execute, query } from './query';

interface Reglages {
  zone: string;
  heure: string;
}

/** The evening to which an envoi automatique belongs: the local day on which it was planned to leave. */
const SOIR = `((e.prevu_le AT TIME ZONE 'UTC' AT TIME ZONE :zone)::date)`;

/** Tests (keys `t:`) are nobody's evening. */
const DU_SOIR = `e.modalite = 'envoi_automatique' AND starts_with(e.cle, 'a:')`;

/**
 * The occurrences (action, date, evening) that the rules with a recap have written for these three days, one step of
 * `sms_envois_recap_idx` each, and that no avis speaks of yet.
 */
const OCCURRENCES = `
  (WITH RECURSIVE pas AS (
     SELECT r.id AS regle_id, o.* FROM sms_envois_automatiques r CROSS JOIN LATERAL (
       SELECT e.prevu_le, e.action_id, e.action_date FROM sms_envois e
        WHERE e.envoi_automatique_id = r.id AND e.prevu_le > :now::timestamp - interval '3 days' AND ${DU_SOIR}
        ORDER BY e.prevu_le, e.action_id, e.action_date LIMIT 1) o
      WHERE r.recap_intervenant
      UNION ALL
     SELECT p.regle_id, o.* FROM pas p CROSS JOIN LATERAL (
       SELECT e.prevu_le, e.action_id, e.action_date FROM sms_envois e
        WHERE e.envoi_automatique_id = p.regle_id AND ${DU_SOIR}
          AND (e.prevu_le, e.action_id, e.action_date) > (p.prevu_le, p.action_id, p.action_date)
        ORDER BY e.prevu_le, e.action_id, e.action_date LIMIT 1) o)
   SELECT DISTINCT e.action_id, e.action_date, ${SOIR} AS soir FROM pas e)`;

/** To who leads the action, or replaces her that evening. One under « Exécuter maintenant » waits for its evening all the same: one recap, not two. */
const PLAN_RECAPS = `
  INSERT INTO sms_avis (cle, genre, adresse, nom, action_id, action_date, soir, disponible_le)
  SELECT q.cle, 'recapitulatif', i.email, btrim(coalesce(i.prenom, '') || ' ' || i.nom), q.action_id, q.action_date, q.soir, :now
    FROM (SELECT o.*, 'r:' || o.action_id || '.' || o.action_date || '.' || o.soir AS cle FROM ${OCCURRENCES} o) q
    JOIN LATERAL (${sqlQuiMene('q.action_id', 'q.soir')}) i ON true
   WHERE NOT EXISTS (SELECT 1 FROM sms_avis a WHERE a.cle = q.cle)
     AND (q.soir + :heure::time) AT TIME ZONE :zone AT TIME ZONE 'UTC' <= :now::timestamp
     AND EXISTS (SELECT 1 FROM sms_soirees s WHERE s.soir = q.soir)
     AND ((q.soir + 1 + :heure::time) AT TIME ZONE :zone AT TIME ZONE 'UTC' <= :now::timestamp
          OR NOT EXISTS (
            SELECT 1 FROM sms_envois e
             WHERE ${DU_SOIR} AND e.action_id = q.action_id AND e.action_date = q.action_date
               AND ${SOIR} = q.soir AND e.statut = 'programme'))
  ON CONFLICT (cle) DO NOTHING`;

const LIGNES = `
  SELECT coalesce(e.nom, '') AS nom, e.type_contact AS "typeContact", m.nom AS modele, e.statut, e.motif
    FROM sms_envois e
    JOIN sms_envois_automatiques r ON r.id = e.envoi_automatique_id AND r.recap_intervenant
    JOIN sms_modeles m ON m.id = e.modele_id
   WHERE ${DU_SOIR} AND e.action_id = :actionId AND e.action_date = :date AND ${SOIR} = :soir::date
   ORDER BY e.nom, e.id`;

/** Whoever receives what is written to the association: this address or, when empty, its Administrateurs. */
const VERS = `
  SELECT :adresse::text AS adresse, '' AS nom WHERE :adresse::text <> ''
  UNION
  SELECT u.email, ${sqlNomCompte('u')}
    FROM admin_users u
    JOIN admin_users_roles_lnk l ON l.user_id = u.id
    JOIN admin_roles r ON r.id = l.role_id AND r.code = 'sms-administrateur'
   WHERE :adresse::text = '' AND u.is_active AND NOT coalesce(u.blocked, false)`;

const PLAN_DIGEST = `
  INSERT INTO sms_avis (cle, genre, adresse, nom, contenu, disponible_le)
  SELECT :cle::text || ':' || v.adresse, 'digest', v.adresse, v.nom, :contenu::jsonb, :now FROM (${VERS}) v
  ON CONFLICT (cle) DO NOTHING`;

/** A package bought makes another set: the alert is armed again. */
const PLAN_STOCK = `
  INSERT INTO sms_avis (cle, genre, adresse, nom, disponible_le)
  SELECT p.cle || ':' || v.adresse, 'stock_sms', v.adresse, v.nom, :now
    FROM (SELECT 's:' || :niveau::text || ':' || md5(string_agg(id::text, '.' ORDER BY id)) AS cle
            FROM sms_packages HAVING count(*) > 0) p
    JOIN (${VERS}) v ON true
   WHERE NOT EXISTS (SELECT 1 FROM sms_avis a WHERE a.genre = 'stock_sms' AND starts_with(a.cle, p.cle || ':'))
  ON CONFLICT (cle) DO NOTHING`;

const TAKE = `
  UPDATE sms_avis a SET statut = 'en_cours', commence_le = :now
   WHERE a.id = (SELECT id FROM sms_avis WHERE statut = 'programme' AND disponible_le <= :now
                  ORDER BY disponible_le, id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING a.id, a.genre, a.adresse, a.nom, a.tentatives, a.action_id AS "actionId",
            to_char(a.action_date, 'YYYY-MM-DD') AS date, to_char(a.soir, 'YYYY-MM-DD') AS soir, a.contenu,
            (SELECT c.objet FROM actions c WHERE c.id = a.action_id) AS objet`;

interface LigneAvis {
  id: number;
  genre: AvisDu['genre'];
  adresse: string;
  nom: string;
  tentatives: number;
  actionId: number | null;
  date: string | null;
  soir: string | null;
  objet: string | null;
  contenu: unknown;
}

async function take(knex: Knex, { zone }: Reglages, now: Date): Promise<AvisDu | null> {
  const [ligne] = await query<LigneAvis>(knex, TAKE, { now });
  if (ligne === undefined) {
    return null;
  }
  const { id, genre, adresse, nom, tentatives, actionId } = ligne;
  const commun = { id, adresse, nom, tentatives };
  if (genre === 'stock_sms') {
    return { genre, ...commun };
  }
  if (genre === 'digest') {
    return { genre, ...commun, avis: fromJson<Avis>(ligne.contenu) };
  }
  if (genre === 'reponses') {
    const gardees = fromJson<ReponseGardee[]>(ligne.contenu);
    return { genre, ...commun, reponses: await readAvisReponses(knex, actionId ?? 0, gardees) };
  }
  const { date, soir } = { date: ligne.date ?? '', soir: ligne.soir ?? '' };
  const lignes = await query<LigneRecapitulatif>(knex, LIGNES, { zone, actionId, date, soir });
  return { genre, ...commun, action: { objet: ligne.objet ?? '', date, soir }, lignes };
}

/** A late outcome may turn « incertain » into « envoyé », never the reverse. */
const RECORD = `
  UPDATE sms_avis SET statut = :statut, detail = :detail, tentatives = tentatives + :essais::int,
         disponible_le = coalesce(:disponibleLe::timestamp, disponible_le),
         termine_le = CASE WHEN :statut::text = 'programme' THEN NULL ELSE :now::timestamp END
   WHERE id = :id AND (statut = 'en_cours' OR (statut = 'incertain' AND :statut::text = 'envoye'))`;

const SWEEP = `
  UPDATE sms_avis SET statut = 'incertain', termine_le = :now,
         detail = 'Arrêt pendant l’envoi : peut-être parti, il n’est pas renvoyé.'
   WHERE statut = 'en_cours' AND commence_le <= :now::timestamp - interval '15 minutes'`;

export function createAvis(knex: Knex, reglages: Reglages): AvisStore {
  return {
    planRecapitulatifs: (now) => execute(knex, PLAN_RECAPS, { ...reglages, now }),
    planAlerteStock: (niveau, adresse, now) => execute(knex, PLAN_STOCK, { niveau, adresse, now }),
    async isPlanned(cle) {
      const planifies = await query(
        knex,
        `SELECT 1 FROM sms_avis WHERE starts_with(cle, :cle::text || ':') LIMIT 1`,
        { cle }
      );
      return planifies.length > 0;
    },
    planDigest: ({ cle, avis, adresse, now }) =>
      execute(knex, PLAN_DIGEST, { cle, adresse, now, contenu: JSON.stringify(avis) }),
    take: (now) => take(knex, reglages, now),
    async record(id, issue, now): Promise<void> {
      const { disponibleLe, compte } =
        issue.statut === 'programme' ? issue : { disponibleLe: null, compte: false };
      const detail = issue.statut === 'envoye' ? null : issue.detail;
      const essais = compte ? 1 : 0;
      await execute(knex, RECORD, { id, statut: issue.statut, detail, disponibleLe, essais, now });
    },
    sweep: (now) => execute(knex, SWEEP, { now }),
  };
}
