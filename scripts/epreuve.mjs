/**
 * `npm run epreuve -- <nom>`: what takes too long for `npm test`, played on purpose. Installs what is missing, prints
 * a table of what held, and exits with 1 when something did not.
 */
import path from 'node:path';
import { runScript } from './lib/console.mjs';
import { findByName } from './lib/find-by-name.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ROOT } from './lib/root.mjs';

await runScript(async () => {
  const [name, ...args] = process.argv.slice(2);
  const file = findByName(
    path.join(ROOT, 'scripts', 'epreuves'),
    name,
    'Choisissez une épreuve : npm run epreuve -- <nom>'
  );
  // node-postgres writes datetimes in the process's zone: the application's, whatever the machine's.
  process.env.TZ = 'UTC';
  await ensureInstalled();
  const { default: play } = await import(file);
  return play(args);
});
