/**
 * `npm run demo`: installs, compiles and starts what is missing, fills a database, and stays up until
 * Ctrl-C. `npm run demo -- --check` plays an evening and judges it: its last line is JSON.
 * `npm run demo -- --aide` says the rest.
 */
import { runScript } from './lib/console.mjs';
import { readOptions } from './demo/options.mjs';
import { ensureInstalled } from './lib/install.mjs';

await runScript(async () => {
  const options = readOptions(process.argv.slice(2));
  if (options.aide) {
    console.log(options.aide);
    return 0;
  }
  // node-postgres writes datetimes in the process's zone: the application's, whatever the machine's.
  process.env.TZ = 'UTC';
  await ensureInstalled();
  if (options.check) {
    const { checkDemo } = await import('./demo/check.mjs');
    return checkDemo(options);
  }
  const { serveDemo } = await import('./demo/serve.mjs');
  return serveDemo(options);
});

// All that had to be closed is: what a library opened halfway before it failed would keep us up for ever.
process.exit();
