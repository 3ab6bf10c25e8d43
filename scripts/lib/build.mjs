import fs from 'node:fs';
import path from 'node:path';
import { ScriptError, say } from './console.mjs';
import { withLock } from './lock.mjs';
import { capture, mustRun } from './process.mjs';
import { ROOT, TMP } from './root.mjs';
import { panelFingerprint, serverFingerprint } from './sources.mjs';

const DIST = path.join(ROOT, 'dist');
const SERVER_FOLDERS = ['config', 'database', 'src'];
const SERVER_MARK = path.join(DIST, '.empreinte-serveur');
const PANEL_MARK = path.join(DIST, '.empreinte-panneau');
const TSC = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
const STRAPI = path.join(ROOT, 'node_modules', '@strapi', 'strapi', 'bin', 'strapi.js');
/** Marks a compilation that went through in spite of type errors: good for tests, not for a demo. */
const TOLERANT = ' avec erreurs de types';

/**
 * Compiles the server and bundles the panel when their sources have changed since last time.
 * `panel: false` stops at the server. `tolerant: true`, for tests, also accepts a server with type
 * errors (`npm run check` judges those), so that one room under repair does not close the others.
 */
export function ensureBuilt({ panel, tolerant = false }) {
  return withLock(path.join(TMP, 'build.lock'), async () => {
    const server = serverFingerprint();
    const mark = read(SERVER_MARK);
    if (mark !== server && !(tolerant && mark === server + TOLERANT)) {
      await compileServer(server, tolerant);
    }
    const bundle = panelFingerprint();
    if (panel && read(PANEL_MARK) !== bundle) {
      await bundlePanel(server, bundle);
    }
  });
}

/** Compiles aside, then swaps: a process that starts meanwhile never sees half a server. */
async function compileServer(fingerprint, tolerant) {
  say('Compilation du serveur.');
  const aside = path.join(TMP, 'dist');
  fs.rmSync(aside, { recursive: true, force: true });
  // Strapi complains at each start of a `.js.map` beside a setting: the maps go inside the files.
  const maps = ['--sourceMap', 'false', '--inlineSourceMap', 'true'];
  const options = ['-p', path.join(ROOT, 'tsconfig.json'), '--outDir', aside, ...maps];
  const flags = tolerant ? [...options, '--noEmitOnError', 'false'] : options;
  const { code, output } = await capture(process.execPath, [TSC, ...flags]);
  if (code !== 0 && !tolerant) {
    throw new ScriptError(`Le serveur ne compile pas :\n${output.trim()}`);
  }
  if (code !== 0) {
    say(`Le serveur a des erreurs de types, les tests continuent (npm run check les détaille).`);
  }
  cleanServer();
  for (const folder of SERVER_FOLDERS.filter((name) => fs.existsSync(path.join(aside, name)))) {
    fs.renameSync(path.join(aside, folder), path.join(DIST, folder));
  }
  fs.writeFileSync(SERVER_MARK, code === 0 ? fingerprint : fingerprint + TOLERANT);
}

/** `strapi build` compiles the server again on its way: it does both or neither. */
async function bundlePanel(server, fingerprint) {
  say('Construction du panneau d’administration (une à deux minutes).');
  fs.rmSync(PANEL_MARK, { force: true });
  const env = { ...process.env, NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' };
  await mustRun(process.execPath, [STRAPI, 'build'], 'Le panneau ne se construit pas :', { env });
  fs.writeFileSync(SERVER_MARK, server);
  fs.writeFileSync(PANEL_MARK, fingerprint);
}

/** A deleted source must not live on in `dist`: Strapi loads whatever it finds there. */
function cleanServer() {
  fs.mkdirSync(DIST, { recursive: true });
  for (const folder of SERVER_FOLDERS) {
    fs.rmSync(path.join(DIST, folder), { recursive: true, force: true });
  }
}

function read(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
}
