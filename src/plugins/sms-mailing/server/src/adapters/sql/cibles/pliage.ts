/** One letter for one, whatever the base's locale; then those that need two. */
const LETTRES = ['ŁłĐđÐðØøĦħı', 'llddddoohhi'] as const;
const LIGATURES: readonly (readonly [string, string])[] = [
  ['Œ', 'oe'],
  ['œ', 'oe'],
  ['Æ', 'ae'],
  ['æ', 'ae'],
  ['ß', 'ss'],
  ['ẞ', 'ss'],
  ['Þ', 'th'],
  ['þ', 'th'],
];
const DISPARUES =
  '[\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20f0\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff]+';
const BLANCS = `[\\s\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000\\u2010-\\u2015\\u2212''’‘‛ʼ´\`′-]+`;

/**
 * `foldRecherche` (core) in SQL, on any locale: what the column `recherche` of a fiche is made with, and for what has
 * no such column. Both are held to the same table of cases.
 */
export function sqlPlie(expression: string): string {
  const nu = `regexp_replace(normalize(${expression}, NFKD), '${DISPARUES}', '', 'g')`;
  const simple = LIGATURES.reduce(
    (sql, [ligature, lettres]) => `replace(${sql}, '${ligature}', '${lettres}')`,
    `translate(lower(${nu}), '${LETTRES[0]}', '${LETTRES[1]}')`
  );
  return `btrim(regexp_replace(${simple}, '${BLANCS}', ' ', 'g'))`;
}

/** What a name is made of (adapters/sql/noms); `recherche` holds e-mails and numbers too. */
const SOURCES = {
  entrepreneurs: ['nom', 'prenom', 'nom'],
  contacts_individuels: ['nom', 'prenom', 'nom', 'fonction', 'courriel_pro'],
  contacts_partenaires: ['nom', 'prenom', 'nom', 'fonction', 'courriel_pro'],
  entreprises_partenaires: ['raison_sociale', 'siret'],
  actions: ['objet'],
} as const;

/** Looks in the folded column of a row; in what it is made of while nobody has named it (index `…_sans_nom_idx`). */
export function sqlTrouve(alias: string, table: keyof typeof SOURCES, param: string): string {
  const colonnes = SOURCES[table].map((source) => `${alias}.${source}`).join(', ');
  return `(${alias}.recherche LIKE :${param} OR (${alias}.libelle IS NULL
            AND ${sqlPlie(`concat_ws(' ', ${colonnes})`)} LIKE :${param}))`;
}
