import { sqlVient } from './occurrence';

/**
 * Of an action `a`: how many come within its capacité, and how many over it (decision G15), a person once.
 * `sauf`: a condition on the participation `p`.
 */
export const sqlRemplissage = (sauf = 'true'): string => `
  (SELECT count(DISTINCT le.entrepreneur_id) FILTER (WHERE p.statut IS DISTINCT FROM 'Surbooking')::int AS inscrits,
          count(DISTINCT le.entrepreneur_id) FILTER (WHERE p.statut = 'Surbooking')::int AS surbookes
     FROM participations_action_lnk la
     JOIN participations p ON p.id = la.participation_id
     JOIN participations_entrepreneur_lnk le ON le.participation_id = p.id
    WHERE la.action_id = a.id AND ${sqlVient('p')} AND ${sauf})`;

/** Of an action `a`: how many places are kept at `:now` for who has not answered. `sauf`: on the proposition `t`. */
export const sqlTenues = (sauf = 'true'): string => `
  (SELECT count(*)::int FROM sms_propositions t JOIN participations q ON q.id = t.participation_id
    WHERE t.action_id = a.id AND t.statut = 'ouverte' AND t.expire_le > :now::timestamp
      AND q.statut = 'Liste d''attente' AND ${sauf})`;
