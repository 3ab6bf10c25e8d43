/**
 * `npm run bench -- <apercu|envoi|planifier|filtres|panneau>`: installs, compiles and starts what is missing, then measures
 * one promised number. Figures first; the last line, alone, is the JSON of the result.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runScript, ScriptError } from './lib/console.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ROOT } from './lib/root.mjs';

const FOLDER = path.join(ROOT, 'bench');

await runScript(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const file = path.join(FOLDER, `${name}.mjs`);
  if (!/^[a-z-]+$/.test(name) || !fs.existsSync(file)) {
    const known = fs.readdirSync(FOLDER).filter((entry) => entry.endsWith('.mjs'));
    const names = known.map((entry) => path.basename(entry, '.mjs')).join(', ');
    throw new ScriptError(`Choisissez un banc : npm run bench -- <nom>, parmi ${names}.`);
  }
  // node-postgres writes datetimes in the process's zone: the application's, whatever the machine's.
  process.env.TZ = 'UTC';
  await ensureInstalled();
  const { startTestServer } = await import('./lib/test-server.mjs');
  const server = await startTestServer();
  try {
    const { default: bench } = await import(pathToFileURL(file).href);
    const result = await bench(server, args);
    console.log(JSON.stringify(result));
    return 0;
  } finally {
    await server.stop();
  }
});
