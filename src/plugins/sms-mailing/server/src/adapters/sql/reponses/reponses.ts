import type { Knex } from 'knex';
import type { RemplissageTenu, Suite } from '../../../../../core/reponse';
import type { InvitationLue, ReponseStore } from '../../../services/ports/reponses';
import { SQL_LIEU } from '../cibles/occurrence';
import { sqlRemplissage, sqlTenues } from '../cibles/remplissage';
import { execute, query } from '../query';
import { planAvisReponse } from './avis-reponses';

/** Of two actions linked to one participation, which Strapi does not make, the first. */
const INVITATION = `
  SELECT p.id AS "participationId", coalesce(p.statut, 'Inscrit') AS statut, p.confirme, p.confirme_source AS source,
         coalesce(e.prenom, '') AS prenom, a.id AS "actionId", a.objet, to_char(a.date, 'YYYY-MM-DD') AS date,
         to_char(a.heure_debut, 'HH24:MI') AS "heureDebut", to_char(a.heure_fin, 'HH24:MI') AS "heureFin",
         ${SQL_LIEU} AS lieu, nullif(btrim(a.lien_visio), '') IS NOT NULL AS "aDistance",
         a.statut IS NOT DISTINCT FROM 'Annulée' AS annulee,
         (SELECT t.expire_le FROM sms_propositions t WHERE t.participation_id = p.id AND t.statut = 'ouverte') AS "placeJusquA",
         coalesce(a.capacite > r.inscrits, true) OR coalesce(a.surbooking, 0) > r.surbookes AS "placeLibre"
    FROM participations p
    JOIN participations_action_lnk l ON l.participation_id = p.id
    JOIN actions a ON a.id = l.action_id
    JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
    JOIN entrepreneurs e ON e.id = le.entrepreneur_id
   CROSS JOIN LATERAL ${sqlRemplissage()} r
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

/** Decision G15: who comes but this participation, and what is kept for others. */
const REMPLISSAGE = `
  SELECT a.capacite, a.surbooking, r.inscrits, r.surbookes,
         ${sqlTenues('t.participation_id <> :participationId::int')} AS tenues
    FROM actions a CROSS JOIN LATERAL ${sqlRemplissage('p.id <> :participationId::int')} r
   WHERE a.id = :actionId::int`;

/** Without a former answer beside it, a new one keeps its source and instant, even within the same millisecond. */
const OUBLIE = 'UPDATE participations SET confirme = NULL WHERE id = :participationId::int';

const ECRIT = `
  UPDATE participations
     SET statut = :statut, confirme = :confirme, confirme_source = 'Lien', confirme_le = :now, updated_at = :now
   WHERE id = :participationId::int`;

/** A place that was kept for her: taken, or left; while she waits on, it is kept. */
const CLOT = `
  UPDATE sms_propositions t
     SET statut = CASE WHEN t.expire_le <= :now::timestamp THEN 'expiree' ELSE :issue::text END, close_le = :now,
         convocation = CASE WHEN :issue::text = 'acceptee' AND t.expire_le > :now::timestamp AND jsonb_array_length(t.convocations) > 0
                            THEN 'a_envoyer' ELSE t.convocation END
   WHERE t.participation_id = :participationId::int AND t.statut = 'ouverte'`;

async function closeProposition(
  trx: Knex,
  { avant, suite, ...quoi }: { participationId: number; now: Date; avant: string; suite: Suite }
): Promise<void> {
  if (suite.statut === "Liste d'attente") {
    return;
  }
  // Registered by hand meanwhile: what she says then is no answer to it.
  const prise = avant === "Liste d'attente" ? 'acceptee' : 'caduque';
  await execute(trx, CLOT, { ...quoi, issue: suite.statut === 'Annulé' ? 'refusee' : prise });
}

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
        const [remplissage] = await query<RemplissageTenu>(trx, REMPLISSAGE, {
          ...{ participationId, actionId, now },
        });
        const suite = lue === null || remplissage === undefined ? null : decide(lue, remplissage);
        if (suite !== null) {
          await execute(trx, OUBLIE, { participationId });
          await execute(trx, ECRIT, { participationId, now, ...suite });
          await closeProposition(trx, {
            ...{ participationId, now, suite, avant: lue?.statut ?? '' },
          });
          await planAvisReponse(trx, { actionId, participationId, reponse, now });
        }
      }),
  };
}
