/** A small house that keeps every rule of .dependency-cruiser.cjs, and one fault per rule. */
const PLUGIN = 'src/plugins/sms-mailing';
const SERVER = `${PLUGIN}/server/src`;
const ADMIN = `${PLUGIN}/admin/src`;

function library(name: string): Record<string, string> {
  return {
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'x.js' }),
    [`node_modules/${name}/x.js`]: 'module.exports = {};',
  };
}

export const CLEAN_HOUSE: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    dependencies: { '@strapi/strapi': '1', zod: '1', nodemailer: '1', 'libphonenumber-js': '1' },
    devDependencies: { maildev: '1' },
  }),
  ...library('@strapi/strapi'),
  ...library('zod'),
  ...library('nodemailer'),
  ...library('libphonenumber-js'),
  ...library('maildev'),

  [`${PLUGIN}/package.json`]: JSON.stringify({ name: 'plugin' }),
  [`${PLUGIN}/core/modele.ts`]: "import { z } from 'zod'; export const modele = z;",
  [`${PLUGIN}/core/modele.test.ts`]:
    "import 'node:assert'; import { modele } from './modele'; modele;",
  [`${PLUGIN}/core/telephone.ts`]: "import p from 'libphonenumber-js'; export const telephone = p;",
  [`${SERVER}/services/ports.ts`]:
    "import type { modele } from '../../../core/modele'; export type Port = typeof modele;",
  [`${SERVER}/services/modele/delete-modele.ts`]:
    "import type { Port } from '../ports'; import type { smtp } from '../../adapters/mail/smtp'; export type DeleteModele = (port: Port, s: typeof smtp) => void;",
  [`${SERVER}/adapters/mail/smtp.ts`]:
    "import n from 'nodemailer'; import type { Port } from '../../services/ports'; export const smtp: Port = n;",
  [`${SERVER}/strapi/compose.ts`]:
    "import { smtp } from '../adapters/mail/smtp'; import type { DeleteModele } from '../services/modele/delete-modele'; export const compose = (d: DeleteModele) => d(smtp, smtp);",
  [`${SERVER}/strapi/controllers.ts`]:
    "import { compose } from './compose'; import type { Port } from '../services/ports'; export const c: Port = compose;",
  [`${SERVER}/index.ts`]: "import { c } from './strapi/controllers'; export default c;",
  [`${ADMIN}/index.tsx`]:
    "import '@strapi/strapi'; export default () => import('./pages/Modeles');",
  [`${ADMIN}/pages/Modeles.tsx`]:
    "import { modele } from '../../../core/modele'; export default modele;",
  'src/api/action/x.ts': 'export const action = 1;',
};

interface Fault {
  readonly rule: string;
  readonly title: string;
  readonly from: string;
  readonly source: string;
  readonly files?: Readonly<Record<string, string>>;
}

export const FAULTS: readonly Fault[] = [
  ...[
    ['ports', 'rendre'],
    ['rendre', 'programmer'],
    ['livrer', 'programmer'],
    ['modeles', 'exemplaires'],
    ['soiree', 'packages-sms'],
    ['packages-sms', 'exemplaires'],
    ['exemplaires', 'parametres'],
  ].map(([basse, haute]) => ({
    rule: 'services-import-downwards',
    title: `la salle ${String(basse)} importe ${String(haute)}, qui est au-dessus ou à côté`,
    from: `${SERVER}/services/${String(basse)}/a.ts`,
    source: `import { b } from '../${String(haute)}/b'; export const a = b;`,
    files: { [`${SERVER}/services/${String(haute)}/b.ts`]: 'export const b = 1;' },
  })),
  {
    rule: 'core-is-pure',
    title: 'core ouvre un fichier',
    from: `${PLUGIN}/core/signet.ts`,
    source: "import 'node:fs';",
  },
  {
    rule: 'core-is-pure',
    title: 'core tire une bibliothèque de transport',
    from: `${PLUGIN}/core/signet.ts`,
    source: "import 'nodemailer';",
  },
  {
    rule: 'services-know-core-only',
    title: 'un cas d’usage connaît Strapi',
    from: `${SERVER}/services/save-modele.ts`,
    source: "import '@strapi/strapi';",
  },
  {
    rule: 'services-know-the-types-of-adapters-only',
    title: 'un cas d’usage prend un adaptateur sans passer par compose',
    from: `${SERVER}/services/save-modele.ts`,
    source: "import { smtp } from '../adapters/mail/smtp'; export const s = smtp;",
  },
  {
    rule: 'adapters-see-ports-not-use-cases',
    title: 'un adaptateur appelle un cas d’usage',
    from: `${SERVER}/adapters/mail/journal.ts`,
    source: "import '../../services/modele/delete-modele';",
  },
  {
    rule: 'adapters-see-ports-not-use-cases',
    title: 'un adaptateur connaît Strapi',
    from: `${SERVER}/adapters/mail/journal.ts`,
    source: "import '@strapi/strapi';",
  },
  {
    rule: 'only-compose-sees-adapters',
    title: 'un contrôleur choisit son adaptateur',
    from: `${SERVER}/strapi/routes.ts`,
    source: "import '../adapters/mail/smtp';",
  },
  {
    rule: 'use-cases-come-through-compose',
    title: 'un contrôleur appelle le cas d’usage sans passer par compose',
    from: `${SERVER}/strapi/routes.ts`,
    source: "import '../services/modele/delete-modele';",
  },
  {
    rule: 'admin-sees-core-only',
    title: 'une page importe le serveur',
    from: `${ADMIN}/pages/Campagnes.tsx`,
    source: "import '../../../server/src/strapi/controllers';",
  },
  {
    rule: 'admin-front-door-loads-core-lazily',
    title: 'la porte du panneau importe core d’emblée',
    from: `${ADMIN}/index.tsx`,
    source: "import '../../core/modele';",
  },
  {
    rule: 'phone-rules-stay-on-the-server',
    title: 'une page atteint telephone.ts par un fichier de core',
    from: `${ADMIN}/pages/Campagnes.tsx`,
    source: "import '../../../core/destinataire';",
    files: { [`${PLUGIN}/core/destinataire.ts`]: "import './telephone';" },
  },
  {
    rule: 'plugin-and-crm-meet-in-the-database',
    title: 'le module importe une fiche du CRM',
    from: `${SERVER}/strapi/routes.ts`,
    source: "import '../../../../../api/action/x';",
  },
  {
    rule: 'crm-does-not-know-the-plugin',
    title: 'une fiche du CRM importe le module',
    from: 'src/api/action/y.ts',
    source: "import '../../plugins/sms-mailing/core/modele';",
  },
  {
    rule: 'what-ships-ignores-what-checks',
    title: 'le code livré importe un test',
    from: `${SERVER}/strapi/routes.ts`,
    source: "import '../../../core/modele.test';",
  },
  {
    rule: 'what-ships-uses-shipped-packages',
    title: 'le code livré tire une dépendance de développement',
    from: `${SERVER}/strapi/routes.ts`,
    source: "import 'maildev';",
  },
  {
    rule: 'no-cycles',
    title: 'deux fichiers s’importent l’un l’autre',
    from: `${PLUGIN}/core/campagne.ts`,
    source: "import './envoi';",
    files: { [`${PLUGIN}/core/envoi.ts`]: "import './campagne';" },
  },
];
