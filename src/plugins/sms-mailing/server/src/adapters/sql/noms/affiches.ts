/** « NOM Prénom » of whom one writes to (guide §7.b), of a row `d` that has both. */
export const sqlNomPersonne = (d: string): string =>
  `btrim(upper(coalesce(${d}.nom, '')) || ' ' || coalesce(${d}.prenom, ''))`;

/** « Prénom NOM » of who leads an action (guide §9.b « Jérôme ACCÈS »), of a row `i` of `intervenants`. */
export const sqlNomIntervenant = (i: string): string =>
  `btrim(concat_ws(' ', ${i}.prenom, upper(${i}.nom)))`;

/** An account, as its colleagues know it: « Julie Martin », else its e-mail; empty where there is none. */
export const sqlNomCompte = (u: string): string =>
  `coalesce(nullif(btrim(concat_ws(' ', ${u}.firstname, ${u}.lastname)), ''), ${u}.email, '')`;
