import fs from 'node:fs';
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
import { describeEnvironnement, JOURNAL_SMS } from './environnement.mjs';

const NOM = 'sms_mailing_demo';
const PREPARE = fileURLToPath(new URL('./prepare.mjs', import.meta.url));

/**
 * The demo's database, made when missing or when `neuf`; its first messages go to `boite`, their
 * links to `port`. Resolves to its URL. It gets its name only when complete: an interrupted start leaves nothing behind.
 */
export function ensureBase(adminUrl, { neuf, entrepreneurs, actions }, { boite, port }) {
  return withLock(path.join(TMP, 'demo', 'base.lock'), async () => {
    const connues = await listDatabases(adminUrl, NOM);
    if (connues.includes(NOM) && !neuf) {
      say('La base de démonstration existe déjà : elle est reprise (--neuf la refait).');
      return withDatabase(adminUrl, NOM);
    }
    const tailles = [String(entrepreneurs), String(actions)];
    say(`Création de la base : ${tailles.join(' entrepreneurs, ')} actions, une semaine d’envois.`);
    const brouillon = `${NOM}_en_cours`;
    await dropDatabase(adminUrl, brouillon);
    const databaseUrl = await createDatabase(adminUrl, brouillon);
    await boite.clear();
    fs.rmSync(JOURNAL_SMS, { force: true });
    await mustRun(
      process.execPath,
      [PREPARE, today(), ...tailles],
      'La base de démonstration n’a pas pu être remplie :',
      {
        env: {
          ...process.env,
          ...describeEnvironnement({ databaseUrl, smtpPort: boite.smtp, port }),
        },
      }
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
