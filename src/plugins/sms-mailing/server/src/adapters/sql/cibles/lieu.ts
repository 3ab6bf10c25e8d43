/** Where the action `a` takes place, as a person would write it; null when no site is set. */
export const SQL_LIEU = `
  (SELECT left(nullif(concat_ws(', ', nullif(btrim(s.nom), ''), nullif(btrim(s.adresse), ''), nullif(btrim(s.ville), '')), ''), 255)
     FROM actions_site_lnk sl JOIN sites s ON s.id = sl.site_id
    WHERE sl.action_id = a.id LIMIT 1)`;
