/** Boots the compiled application on `DATABASE_URL`, so that it makes its tables, then stops. */
import path from 'node:path';
import { createRequire } from 'node:module';
import { ROOT } from './root.mjs';

const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
const app = createStrapi({
  appDir: ROOT,
  distDir: path.join(ROOT, 'dist'),
  serveAdminPanel: false,
});
await app.load();
await app.destroy();
process.exit(0);
