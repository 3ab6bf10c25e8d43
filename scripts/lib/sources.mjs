import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './root.mjs';

const PANEL = /^src\/(admin|plugins\/[^/]+\/admin)\//;
const CORE = /^src\/plugins\/[^/]+\/core\//;
const TESTS = /\.test\.tsx?$|^src\/plugins\/[^/]+\/test\//;
const NO_TABLE = /^src\/plugins\/[^/]+\/server\/src\/(services|adapters\/(mail|sms))\//;
const SETTINGS = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'favicon.png',
];

/** A short fingerprint of all that the server is compiled from. */
export function serverFingerprint() {
  return fingerprint((file) => !PANEL.test(file));
}

/** A short fingerprint of all that may change what a first boot writes to the database. */
export function databaseFingerprint() {
  return fingerprint((file) => !PANEL.test(file) && !CORE.test(file) && !NO_TABLE.test(file));
}

/** A short fingerprint of all that the panel is bundled from: its own sources, core, and the settings. */
export function panelFingerprint() {
  return fingerprint((file) => PANEL.test(file) || CORE.test(file) || file.startsWith('config/'));
}

function fingerprint(keep) {
  const hash = crypto.createHash('sha256');
  const sources = ['config', 'database', 'src'].flatMap(listFiles).filter(keep);
  for (const file of [...SETTINGS, ...sources]) {
    if (!TESTS.test(file) && fs.existsSync(path.join(ROOT, file))) {
      hash
        .update(file)
        .update('\0')
        .update(fs.readFileSync(path.join(ROOT, file)))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, 12);
}

/** Every file below `folder`, sorted, with forward slashes, relative to the root. */
function listFiles(folder) {
  return fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}
