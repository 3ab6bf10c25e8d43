import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { say } from '../scripts/lib/console.mjs';
import { mustRun } from '../scripts/lib/process.mjs';
import { ROOT, TMP } from '../scripts/lib/root.mjs';
import { print, round } from './lib/mesure.mjs';

/** What a build reads. */
const SOURCES = ['config', 'database', 'public', 'src', 'package.json', 'favicon.png'];
const TSCONFIGS = ['tsconfig.json', 'tsconfig.base.json'];

/** The panel as Strapi would build it without us: no texts, no logo, no menu, no page. */
const NU = {
  'src/admin/app.tsx': 'export default {};\n',
  'src/plugins/sms-mailing/admin/src/index.tsx':
    "export default { register(app) { app.registerPlugin({ id: 'sms-mailing', name: 'sms-mailing' }); } };\n",
};

async function build(nom, remplacements) {
  const dossier = path.join(TMP, 'banc-panneau', nom);
  fs.rmSync(dossier, { recursive: true, force: true });
  fs.mkdirSync(dossier, { recursive: true });
  for (const source of [...SOURCES, ...TSCONFIGS]) {
    fs.cpSync(path.join(ROOT, source), path.join(dossier, source), { recursive: true });
  }
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(dossier, 'node_modules'));
  for (const [fichier, contenu] of Object.entries(remplacements)) {
    fs.writeFileSync(path.join(dossier, fichier), contenu);
  }
  say(`Construction du panneau « ${nom} ».`);
  const strapi = path.join(ROOT, 'node_modules', '@strapi', 'strapi', 'bin', 'strapi.js');
  const env = { ...process.env, NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' };
  await mustRun(process.execPath, [strapi, 'build'], 'Le panneau ne se construit pas :', {
    cwd: dossier,
    env,
  });
  const mesure = measure(path.join(dossier, 'dist', 'build'));
  fs.rmSync(dossier, { recursive: true, force: true });
  return mesure;
}

/** The script of the page, and all that it imports before anything is shown; then every chunk. */
function measure(dossier) {
  const page = fs.readFileSync(path.join(dossier, 'index.html'), 'utf8');
  const file = [/src="[^"]*\/([^"/]+\.js)"/.exec(page)[1]];
  const entree = new Set();
  for (let nom = file.pop(); nom !== undefined; nom = file.pop()) {
    if (!entree.has(nom)) {
      entree.add(nom);
      const code = fs.readFileSync(path.join(dossier, nom), 'utf8');
      const imports = /(?:^|[;}\n])import(?:[^'"();]*from)?["']\.\/([^"']+\.js)["']/g;
      file.push(...[...code.matchAll(imports)].map(([, importe]) => importe));
    }
  }
  const gzip = (noms) =>
    noms.reduce(
      (total, nom) => total + gzipSync(fs.readFileSync(path.join(dossier, nom))).length,
      0
    );
  const tous = fs.readdirSync(dossier).filter((nom) => nom.endsWith('.js'));
  return { entree: gzip([...entree]), tout: gzip(tous) };
}

/** What the module adds to the panel's first load (gzip), over the same Strapi without it: less than 30 kB. */
export default async function panneau() {
  const nu = await build('nu', NU);
  const notre = await build('entier', {});
  const ko = (octets) => round(octets / 1000, 1);
  print('', 'entrée', 'tout');
  print('Strapi seul (ko, gzip)', ko(nu.entree), ko(nu.tout));
  print('avec le module (ko, gzip)', ko(notre.entree), ko(notre.tout));
  return { ajout: ko(notre.entree - nu.entree), ratio: round(notre.entree / nu.entree, 4) };
}
