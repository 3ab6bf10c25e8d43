/** Decision G15: « Surbooking » comes, over capacité; the liste d'attente does not. Of the participation of that alias. */
export function sqlVient(alias: string): string {
  return `coalesce(${alias}.statut, 'Inscrit') IN ('Inscrit', 'Surbooking')`;
}

/** Where the action `a` takes place, as a person would write it; null when no site is set. */
export const SQL_LIEU = `
  (SELECT left(nullif(concat_ws(', ', nullif(btrim(s.nom), ''), nullif(btrim(s.adresse), ''), nullif(btrim(s.ville), '')), ''), 255)
     FROM actions_site_lnk sl JOIN sites s ON s.id = sl.site_id
    WHERE sl.action_id = a.id LIMIT 1)`;

/** What an envoi keeps of the participation `p` to the action `a`. */
export const SQL_OCCURRENCE = `p.id AS participation_id, a.id AS action_id,
               a.document_id AS action_document, a.objet AS action_objet, a.date AS action_date,
               to_char(a.heure_debut, 'HH24:MI') AS action_heure, ${SQL_LIEU} AS action_lieu`;

/** The same, of the rows `o` that select it. */
export const COLONNES_OCCURRENCE = {
  participation_id: 'o.participation_id',
  action_id: 'o.action_id',
  action_document: 'o.action_document',
  action_objet: 'o.action_objet',
  action_date: 'o.action_date',
  action_heure: 'o.action_heure',
  action_lieu: 'o.action_lieu',
} as const;

/** What an envoi said of its action is no longer so; what it did not keep is not held against it. */
export function sqlDit(dit: string, present: string): string {
  return `(${dit} IS NOT NULL AND ${dit} IS DISTINCT FROM ${present})`;
}
