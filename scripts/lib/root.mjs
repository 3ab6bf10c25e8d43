import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The application's folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Everything the scripts write, besides `dist/` and `node_modules/`. Deleting it is always safe. */
export const TMP = path.join(ROOT, '.tmp');
