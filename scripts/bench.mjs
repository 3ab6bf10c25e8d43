/**
 * `npm run bench -- <accords|apercu|envoi|planifier|filtres|coordonnees|historique|pages|panneau|prevision>`: installs, compiles and starts what is missing, then measures
 * one promised number. Figures first; the last line, alone, is the JSON of the result.
 */
import path from 'node:path';
import { runScript } from './lib/console.mjs';
import { findByName } from './lib/find-by-name.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ROOT } from './lib/root.mjs';

await runScript(async () => {
  const [name, ...args] = process.argv.slice(2);
  const file = findByName(
    path.join(ROOT, 'bench'),
    name,
    'Choisissez un banc : npm run bench -- <nom>'
  );
  // node-postgres writes datetimes in the process's zone: the application's, whatever the machine's.
  process.env.TZ = 'UTC';
  await ensureInstalled();
  const { startTestServer } = await import('./lib/test-server.mjs');
  const { default: bench, durable } = await import(file);
  const server = await startTestServer({ durable });
  try {
    const result = await bench(server, args);
    console.log(JSON.stringify(result));
    return 0;
  } finally {
    await server.stop();
  }
});
