import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from '../lib/console.mjs';
import {
  createDatabase,
  dropDatabase,
  listDatabases,
  renameDatabase,
  withDatabase,
} from '../lib/databases.mjs';
import { withLock } from '../lib/lock.mjs';
import { mustRun } from '../lib/process.mjs';
import { TMP } from '../lib/root.mjs';
import { describeEnvironnement } from './environnement.mjs';

const NOM = 'sms_mailing_demo';
const PREPARE = fileURLToPath(new URL('./prepare.mjs', import.meta.url));

/**
 * The demo's database, sown once: it gets its name only when complete, so that an interrupted start
 * leaves nothing behind. Resolves to its URL.
 */
export function ensureBase(adminUrl, { neuf, entrepreneurs, actions, smtpPort }) {
  return withLock(path.join(TMP, 'demo.lock'), async () => {
    const connues = await listDatabases(adminUrl, NOM);
    if (connues.includes(NOM) && !neuf) {
      say('La base de démonstration existe déjà : elle est reprise (--neuf la refait).');
      return withDatabase(adminUrl, NOM);
    }
    say(
      `Création de la base de démonstration : ${entrepreneurs} entrepreneurs, ${actions} actions.`
    );
    const brouillon = `${NOM}_en_cours`;
    await dropDatabase(adminUrl, brouillon);
    const databaseUrl = await createDatabase(adminUrl, brouillon);
    await mustRun(
      process.execPath,
      [PREPARE, today(), String(entrepreneurs), String(actions)],
      'La base de démonstration n’a pas pu être remplie :',
      { env: { ...process.env, ...describeEnvironnement({ databaseUrl, smtpPort }) } }
    );
    await dropDatabase(adminUrl, NOM);
    await renameDatabase(adminUrl, brouillon, NOM);
    return withDatabase(adminUrl, NOM);
  });
}

/** 'YYYY-MM-DD', in the association's zone. */
function today() {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
}
