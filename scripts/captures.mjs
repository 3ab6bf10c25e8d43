/**
 * `npm run captures`: takes again the pictures of docs/guide, on the guide's base, on the guide's day, so
 * that a picture changes only when its screen does. `npm run captures -- <nom>…` takes some.
 */
import { runScript } from './lib/console.mjs';
import { ensureInstalled } from './lib/install.mjs';

await runScript(async () => {
  // node-postgres writes datetimes in the process's zone: the application's, whatever the machine's.
  process.env.TZ = 'UTC';
  await ensureInstalled();
  const { takeCaptures } = await import('./captures/take-captures.mjs');
  return takeCaptures(process.argv.slice(2));
});
