import { ensureBuilt } from '../lib/build.mjs';
import { say } from '../lib/console.mjs';
import { startPostgres } from '../lib/postgres.mjs';
import { loadApplication } from './application.mjs';
import { ensureBase } from './base.mjs';
import { openBoiteMail } from './boite-mail.mjs';
import { COMPTES } from './comptes.mjs';
import { describeEnvironnement, JOURNAL_SMS } from './environnement.mjs';
import { pickPort } from './ports.mjs';

/** Starts everything, prints where, waits for Ctrl-C, stops everything in the reverse order. */
export async function serveDemo(options) {
  const arret = waitForSignal();
  const aFermer = [];
  try {
    await ensureBuilt({ panel: true });
    const postgres = await startPostgres({ name: 'demo', persistent: true });
    aFermer.push(postgres.stop);
    const boite = await openBoiteMail();
    aFermer.push(boite.stop);
    const databaseUrl = await ensureBase(postgres.url, { ...options, smtpPort: boite.smtp });
    const port = await pickPort(1337);
    const environnement = describeEnvironnement({ databaseUrl, smtpPort: boite.smtp, port });
    say('Démarrage de l’application.');
    const { strapi, stop } = await loadApplication(
      { ...environnement, SMS_MAILING_SCHEDULER: 'on' },
      { panel: true }
    );
    aFermer.push(stop);
    await strapi.start();
    console.log(describeAdresses(environnement.PUBLIC_URL, boite.url));
    await arret;
    say('Arrêt.');
    return 0;
  } finally {
    for (const close of aFermer.reverse()) {
      await close();
    }
  }
}

/** Kept waiting from the first second: an interrupted preparation stops what it had started too. */
function waitForSignal() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => resolve(signal));
    }
  });
}

function describeAdresses(url, urlBoite) {
  const comptes = COMPTES.map(
    ({ profil, email, motDePasse }) => `  ${profil.padEnd(18)} ${email.padEnd(30)} ${motDePasse}`
  );
  return `
E-mails et SMS : ${url}/admin

  Profil             E-mail                         Mot de passe
${comptes.join('\n')}

Les e-mails envoyés se lisent sur ${urlBoite}
Les SMS envoyés s'écrivent dans ${JOURNAL_SMS}
Tout est inventé : aucun message ne sort de cette machine.
Ctrl-C arrête tout ; la base est gardée pour la prochaine fois.
`;
}
