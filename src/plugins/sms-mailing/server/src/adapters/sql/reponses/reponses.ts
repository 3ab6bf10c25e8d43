import type { Knex } from 'knex';
import type { Remplissage } from '../../../../../core/remplissage';
import type { InvitationLue, ReponseStore } from '../../../services/ports/reponses';
import { SQL_LIEU, sqlVient } from '../cibles/occurrence';
import { execute, query } from '../query';
import { planAvisReponse } from './avis-reponses';

/** Of two actions linked to one participation, which Strapi does not make, the first. */
const INVITATION = `
  SELECT p.id AS "participationId", coalesce(p.statut, 'Inscrit') AS statut, p.confirme, p.confirme_source AS source,
         coalesce(e.prenom, '') AS prenom, a.id AS "actionId", a.objet, to_char(a.date, 'YYYY-MM-DD') AS date,
         to_char(a.heure_debut, 'HH24:MI') AS "heureDebut", to_char(a.heure_fin, 'HH24:MI') AS "heureFin",
         ${SQL_LIEU} AS lieu, nullif(btrim(a.lien_visio), '') IS NOT NULL AS "aDistance",
         a.statut IS NOT DISTINCT FROM 'Annulée' AS annulee
    FROM participations p
    JOIN participations_action_lnk l ON l.participation_id = p.id
    JOIN actions a ON a.id = l.action_id
    JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
    JOIN entrepreneurs e ON e.id = le.entrepreneur_id
   WHERE p.id = :participationId::int
   ORDER BY l.id LIMIT 1`;

type Ligne = Omit<InvitationLue, 'action'> &
  InvitationLue['action'] & {
    actionId: number;
  };

async function readLigne(
  knex: Knex,
  participationId: number
): Promise<(InvitationLue & { actionId: number }) | null> {
  const [ligne] = await query<Ligne>(knex, INVITATION, { participationId });
  if (ligne === undefined) {
    return null;
  }
  const { date, heureDebut, annulee, ...reste } = ligne;
  return { ...reste, action: { date, heureDebut, annulee } };
}

/** Decision G15: who comes but this participation, once each. */
const REMPLISSAGE = `
  SELECT a.capacite, a.surbooking,
         count(DISTINCT le.entrepreneur_id) FILTER (WHERE p.statut IS DISTINCT FROM 'Surbooking')::int AS inscrits,
         count(DISTINCT le.entrepreneur_id) FILTER (WHERE p.statut = 'Surbooking')::int AS surbookes
    FROM actions a
    LEFT JOIN (participations_action_lnk l
      JOIN participations p ON p.id = l.participation_id AND ${sqlVient('p')} AND p.id <> :participationId::int
      JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id) ON l.action_id = a.id
   WHERE a.id = :actionId::int GROUP BY a.id`;

/** Without a former answer beside it, a new one keeps its source and instant, even within the same millisecond. */
const OUBLIE = 'UPDATE participations SET confirme = NULL WHERE id = :participationId::int';

const ECRIT = `
  UPDATE participations
     SET statut = :statut, confirme = :confirme, confirme_source = 'Lien', confirme_le = :now, updated_at = :now
   WHERE id = :participationId::int`;

export function createReponses(knex: Knex): ReponseStore {
  return {
    read: (participationId) => readLigne(knex, participationId),

    answer: ({ participationId, reponse, now }, decide) =>
      knex.transaction(async (trx) => {
        const vue = await readLigne(trx, participationId);
        if (vue === null) {
          return;
        }
        const { actionId } = vue;
        // One after the other: two persons do not take the same last place.
        await query(trx, 'SELECT 1 FROM actions WHERE id = :actionId::int FOR UPDATE', {
          actionId,
        });
        const lue = await readLigne(trx, participationId);
        const [remplissage] = await query<Remplissage>(trx, REMPLISSAGE, {
          participationId,
          actionId,
        });
        const suite = lue === null || remplissage === undefined ? null : decide(lue, remplissage);
        if (suite !== null) {
          await execute(trx, OUBLIE, { participationId });
          await execute(trx, ECRIT, { participationId, now, ...suite });
          await planAvisReponse(trx, { actionId, participationId, reponse, now });
        }
      }),
  };
}
