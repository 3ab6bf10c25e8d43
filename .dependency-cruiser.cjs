/**
 * Who may import whom (docs/adr/0001). Each rule is proved on a small house by
 * test/maison/qui-importe-qui.test.ts; `npx depcruise src config --output-type mermaid` draws the real one.
 */
const PLUGIN = '^src/plugins/sms-mailing';
const CORE = `${PLUGIN}/core/`;
const SERVICES = `${PLUGIN}/server/src/services/`;
const PORTS = `${SERVICES}ports(\\.ts$|/)`;
const ADAPTERS = `${PLUGIN}/server/src/adapters/`;
const STRAPI = `${PLUGIN}/server/src/strapi/`;
const COMPOSE = `${STRAPI}compose(\\.ts$|/)`;
const ADMIN = `${PLUGIN}/admin/`;
const CRM = '^src/(api|components)/';

const CHECKS = ['\\.test\\.ts$', `${PLUGIN}/test/`, '^(test|bench|scripts)/', '^vitest\\.config'];

/** The rooms of services, from the ground up: a room imports those below it. */
const ETAGES = [
  ['ports'],
  ['rendre', 'perimetres', 'rebonds'],
  ['programmer', 'livrer'],
  ['modeles', 'historiques', 'personnes', 'reponses', 'suivis', 'envois-automatiques'],
  ['campagnes', 'fiches', 'soiree'],
  ['exemplaires', 'packages-sms'],
  ['parametres'],
];

const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`;
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Whoever stands on a floor, and all that is not below it nor in the same room. */
const climbs = ETAGES.map((salles, etage) => ({
  from: { path: `${SERVICES}(${salles.join('|')})/`, pathNot: CHECKS },
  to: {
    path: `${SERVICES}[^/]+/`,
    pathNot: [
      `${SERVICES}$1/`,
      ...ETAGES.slice(0, etage)
        .flat()
        .map((sous) => `${SERVICES}${sous}/`),
    ],
  },
}));

module.exports = {
  forbidden: [
    forbid(
      'core-is-pure',
      'core connaît core, zod, et les deux bibliothèques du SMS ; rien d’autre.',
      { path: CORE, pathNot: CHECKS },
      { pathNot: [CORE, npm('zod', 'sms-segments-calculator', 'libphonenumber-js')] }
    ),
    forbid(
      'services-know-core-only',
      'Un cas d’usage lit ses ports et core : ni Strapi, ni SQL, ni Node, ni bibliothèque.',
      { path: SERVICES, pathNot: CHECKS },
      { pathNot: [CORE, SERVICES, ADAPTERS] }
    ),
    forbid(
      'services-know-the-types-of-adapters-only',
      'Là où un seul adaptateur existe, un cas d’usage en connaît le type ; compose lui donne l’objet.',
      { path: SERVICES, pathNot: CHECKS },
      { path: ADAPTERS, dependencyTypesNot: ['type-only'] }
    ),
    ...climbs.map(({ from, to }) =>
      forbid(
        'services-import-downwards',
        'Une salle de services importe celles des étages du dessous (ETAGES), jamais une voisine.',
        from,
        to
      )
    ),
    forbid(
      'adapters-see-ports-not-use-cases',
      'Un adaptateur remplit un port avec sa bibliothèque ; il ignore les cas d’usage et Strapi.',
      { path: ADAPTERS, pathNot: CHECKS },
      { path: ['^(src|config)/', npm('@strapi')], pathNot: [CORE, PORTS, ADAPTERS] }
    ),
    forbid(
      'only-compose-sees-adapters',
      'compose est le seul endroit qui voit à la fois les cas d’usage et les adaptateurs.',
      { path: '^src/', pathNot: [COMPOSE, ADAPTERS, SERVICES, ...CHECKS] },
      { path: ADAPTERS }
    ),
    forbid(
      'use-cases-come-through-compose',
      'Contrôleurs et cron reçoivent leurs cas d’usage de compose (les types seuls sont libres).',
      { path: STRAPI, pathNot: [COMPOSE, ...CHECKS] },
      { path: SERVICES, dependencyTypesNot: ['type-only'] }
    ),
    forbid(
      'admin-sees-core-only',
      'Le panneau connaît core et les paquets d’administration de Strapi.',
      { path: ADMIN, pathNot: CHECKS },
      {
        pathNot: [
          CORE,
          ADMIN,
          npm('@strapi/(strapi|design-system|icons)', 'react', 'react-dom', 'react-intl'),
          npm('@types/react', '@types/react-dom', 'react-router-dom', 'styled-components'),
          npm('@tiptap', '@fullcalendar', 'recharts'),
        ],
      }
    ),
    forbid(
      'admin-front-door-loads-core-lazily',
      'Ce qui se charge avec tout le panneau ne tire ni zod ni core : les pages arrivent à la demande.',
      { path: `${ADMIN}src/[^/]+\\.tsx?$`, pathNot: CHECKS },
      { path: CORE, dynamic: false, dependencyTypesNot: ['type-only'] }
    ),
    forbid(
      'phone-rules-stay-on-the-server',
      'telephone.ts apporte 49 ko au navigateur : l’administration ne l’atteint par aucun chemin.',
      { path: ADMIN },
      { path: [`${CORE}telephone\\.ts$`, npm('libphonenumber-js')], reachable: true }
    ),
    forbid(
      'plugin-and-crm-meet-in-the-database',
      'Le module ne connaît du CRM que ses tables.',
      { path: PLUGIN },
      { path: CRM }
    ),
    forbid(
      'crm-does-not-know-the-plugin',
      'Le CRM vivrait sans le module.',
      { path: CRM },
      { path: PLUGIN }
    ),
    forbid(
      'what-ships-ignores-what-checks',
      'Ni test ni banc dans ce qui part en production.',
      { path: '^(src|config|database)/', pathNot: CHECKS },
      { path: CHECKS }
    ),
    forbid(
      'what-ships-uses-shipped-packages',
      'Une dépendance de développement, ou non déclarée, manquerait en production.',
      { path: '^(src|config|database)/', pathNot: CHECKS },
      {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      }
    ),
    forbid(
      'no-cycles',
      'Deux fichiers qui s’importent sont un seul fichier.',
      {},
      { circular: true }
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^\\.strapi/'] },
    tsPreCompilationDeps: true,
    // The plugin's manifest names no dependency: the application's, above it, does.
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
    cache: { folder: '.tmp/depcruise', strategy: 'content' },
  },
};
