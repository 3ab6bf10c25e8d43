/**
 * Of an action, whom the module writes to about it (decision F3): the animateur, else the first intervenant by a
 * stable order; the first of them who has an e-mail.
 */
export const sqlQuiMene = (action: string): string => `
  SELECT i.nom, i.prenom, i.email FROM (
    SELECT l.intervenant_id, 0 AS rang, 0 AS ord FROM actions_animateur_lnk l WHERE l.action_id = ${action}
    UNION ALL
    SELECT l.intervenant_id, 1, l.intervenant_ord FROM actions_intervenants_lnk l WHERE l.action_id = ${action}) k
    JOIN intervenants i ON i.id = k.intervenant_id
   WHERE i.email LIKE '%_@_%'
   ORDER BY k.rang, k.ord, i.id LIMIT 1`;
