import { sqlLectrice } from '../perimetres/remplacements';

/**
 * Of an action, whom the module writes to about it on the day `jour` (decision F3): the animateur, else the first
 * intervenant by a stable order; the first of them who has an e-mail, or who replaces her that day (decision G17).
 */
export const sqlQuiMene = (action: string, jour: string): string => `
  SELECT coalesce(lu.nom, i.nom) AS nom, CASE WHEN lu.email IS NULL THEN i.prenom ELSE lu.prenom END AS prenom,
         coalesce(lu.email, i.email) AS email
    FROM (SELECT i.id, i.nom, i.prenom, i.email FROM (
            SELECT l.intervenant_id, 0 AS rang, 0 AS ord FROM actions_animateur_lnk l WHERE l.action_id = ${action}
            UNION ALL
            SELECT l.intervenant_id, 1, l.intervenant_ord FROM actions_intervenants_lnk l WHERE l.action_id = ${action}) k
            JOIN intervenants i ON i.id = k.intervenant_id
           WHERE i.email LIKE '%_@_%'
           ORDER BY k.rang, k.ord, i.id LIMIT 1) i
    LEFT JOIN LATERAL ${sqlLectrice('i', jour)} lu ON true`;
