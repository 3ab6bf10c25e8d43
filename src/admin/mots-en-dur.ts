interface Mot {
  /** The end of the path of the module that writes it. */
  module: string;
  anglais: RegExp;
  /** As `String.replace` reads it. */
  francais: string;
}

const COMPOSANTS = '@strapi/design-system/dist/index.mjs';
const PAGES = '@strapi/admin/dist/admin/admin/src/components/PageHelpers.mjs';
const COMPTES = '@strapi/admin/dist/admin/admin/src/pages/Settings/pages/Users/ListPage.mjs';

/** What Strapi's packages say in English without asking for a translation: labels of buttons, of what is loading. */
const MOTS: readonly Mot[] = [
  { module: COMPOSANTS, anglais: /(clearLabel(?:: \w+ =|:) )"clear"/gi, francais: '$1"Effacer"' },
  { module: COMPOSANTS, anglais: /(closeLabel: \w+ = )"Close modal"/g, francais: '$1"Fermer"' },
  { module: COMPOSANTS, anglais: /(label: \w+ = )"Pagination"/g, francais: '$1"Pages"' },
  {
    module: COMPOSANTS,
    anglais: /(loadingMessage: \w+ = )"Loading content\.\.\."/g,
    francais: '$1"Chargement…"',
  },
  {
    module: COMPOSANTS,
    anglais: /(noOptionsMessage: \w+ = \(\) => )"No results found"/g,
    francais: '$1"Rien ne correspond."',
  },
  { module: COMPOSANTS, anglais: /`Create "\$\{(\w+)\}"`/g, francais: '`Créer « ${$1} »`' },
  { module: COMPOSANTS, anglais: /(children: )"Loading"/g, francais: '$1"Chargement…"' },
  {
    module: COMPOSANTS,
    anglais: /(clearLabel: )`\$\{(\w+)\} date`/g,
    francais: '$1`Effacer la date, ${$2}`',
  },
  {
    module: COMPOSANTS,
    anglais: /(clearLabel: )`\$\{(\w+)\} time`/g,
    francais: '$1`Effacer l’heure, ${$2}`',
  },
  { module: COMPTES, anglais: /'Active' : 'Inactive'/g, francais: "'Actif' : 'Inactif'" },
  { module: PAGES, anglais: /(children = )'Loading content\.'/g, francais: "$1'Chargement…'" },
];

/** The source of a module with its words in French; null: it has none. A word that is no longer there is an error. */
export function speakFrench(source: string, id: string): string | null {
  const [chemin = ''] = id.split('?');
  const siens = MOTS.filter(({ module }) => chemin.endsWith(module));
  if (siens.length === 0) {
    return null;
  }
  return siens.reduce((courant, { anglais, francais, module }) => {
    const traduit = courant.replace(anglais, francais);
    if (traduit === courant) {
      throw new Error(`${module} ne dit plus ${String(anglais)} : revoyez mots-en-dur.ts.`);
    }
    return traduit;
  }, source);
}
