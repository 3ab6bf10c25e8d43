import type { Knex } from 'knex';
import type { ActionRepondue, ReponseRecue } from '../../../../../core/avis-reponses';
import { countReponses, type Reponse } from '../../../../../core/reponse';
import type { AvisReponses } from '../../../services/ports/reponses';
import { query } from '../query';
import { sqlNomPersonne } from '../noms/affiches';
import { sqlQuiMene } from './qui-mene';

/** What an avis that waits keeps of an answer: who it was is read when it leaves (docs/adr/0011). */
export interface ReponseGardee {
  participationId: number;
  reponse: Reponse;
}

/**
 * Who leads the action is told at once of whoever will not come, with what was kept since the last avis; of those who
 * will, at once too, then once an hour. What is not taken yet takes the next answer along.
 */
const PLAN = `
  WITH vers AS (${sqlQuiMene(':actionId::int', '(:now::timestamp)::date')}),
  attend AS (
    UPDATE sms_avis a
       SET contenu = a.contenu || :contenu::jsonb,
           disponible_le = CASE WHEN :presse::boolean THEN least(a.disponible_le, :now::timestamp) ELSE a.disponible_le END
      FROM vers v
     WHERE a.genre = 'reponses' AND a.action_id = :actionId::int AND a.adresse = v.email AND a.statut = 'programme'
    RETURNING a.id)
  INSERT INTO sms_avis (cle, genre, adresse, nom, action_id, contenu, disponible_le)
  SELECT 'p:' || :actionId::int || '.' || gen_random_uuid(), 'reponses', v.email,
         btrim(coalesce(v.prenom, '') || ' ' || v.nom), :actionId::int, :contenu::jsonb,
         CASE WHEN :presse::boolean THEN :now::timestamp
              ELSE greatest(:now::timestamp, (
                SELECT max(d.commence_le) + interval '1 hour' FROM sms_avis d
                 WHERE d.genre = 'reponses' AND d.action_id = :actionId::int AND d.adresse = v.email)) END
    FROM vers v WHERE NOT EXISTS (SELECT 1 FROM attend)`;

export async function planAvisReponse(
  trx: Knex,
  { actionId, now, ...gardee }: ReponseGardee & { actionId: number; now: Date }
): Promise<void> {
  const presse = gardee.reponse === 'non';
  await query(trx, PLAN, { actionId, presse, now, contenu: JSON.stringify([gardee]) });
}

const ACTION = `
  SELECT a.objet, to_char(a.date, 'YYYY-MM-DD') AS date, to_char(a.heure_debut, 'HH24:MI') AS "heureDebut"
    FROM actions a WHERE a.id = :actionId::int`;

const PARTICIPANTS = `
  SELECT p.id, coalesce(p.statut, 'Inscrit') AS statut, p.confirme,
         ${sqlNomPersonne('e')} AS nom
    FROM participations_action_lnk l
    JOIN participations p ON p.id = l.participation_id
    JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
    JOIN entrepreneurs e ON e.id = le.entrepreneur_id
   WHERE l.action_id = :actionId::int
   ORDER BY lower(e.nom), lower(e.prenom), p.id`;

interface Participant {
  id: number;
  nom: string;
  statut: string;
  confirme: boolean | null;
}

/** What an avis says when it leaves, names and counts as they then are. */
export async function readAvisReponses(
  knex: Knex,
  actionId: number,
  gardees: readonly ReponseGardee[]
): Promise<AvisReponses> {
  const [action] = await query<ActionRepondue>(knex, ACTION, { actionId });
  const participants = await query<Participant>(knex, PARTICIPANTS, { actionId });
  const dernieres = new Map(
    gardees.map(({ participationId, reponse }) => [participationId, reponse])
  );
  const recues = participants.flatMap(({ id, nom, statut }): ReponseRecue[] => {
    const reponse = dernieres.get(id);
    return reponse === undefined ? [] : [{ nom, statut, reponse }];
  });
  return {
    action: action ?? { objet: 'Action supprimée', date: '', heureDebut: null },
    recues,
    comptes: countReponses(participants),
  };
}
