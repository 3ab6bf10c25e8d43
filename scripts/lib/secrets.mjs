import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { TMP } from './root.mjs';

const FILE = path.join(TMP, 'secrets.json');
const NAMES = [
  'APP_KEYS',
  'ADMIN_JWT_SECRET',
  'API_TOKEN_SALT',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'JWT_SECRET',
];

/** Secrets of the demo and of the tests, by environment variable: drawn once, then kept in `.tmp/`. */
export function readSecrets() {
  const kept = fs.existsSync(FILE) ? JSON.parse(fs.readFileSync(FILE, 'utf8')) : {};
  const secrets = Object.fromEntries(
    NAMES.map((name) => [name, kept[name] ?? crypto.randomBytes(32).toString('base64')])
  );
  fs.mkdirSync(TMP, { recursive: true });
  fs.writeFileSync(FILE, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}
