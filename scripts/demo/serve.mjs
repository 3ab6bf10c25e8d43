import { ensureBuilt } from '../lib/build.mjs';
import { say } from '../lib/console.mjs';
import { startPostgres } from '../lib/postgres.mjs';
import { listen, loadApplication } from './application.mjs';
import { ensureBase } from './base.mjs';
import { openBoiteMail } from './boite-mail.mjs';
import { COMPTES } from './comptes.mjs';
import { describeEnvironnement, JOURNAL_SMS } from './environnement.mjs';
import { pickPort } from './ports.mjs';
import { markRunning, refuseIfRunning } from './seule.mjs';

/** Starts everything, prints where, waits for Ctrl-C, stops everything in the reverse order. */
export async function serveDemo(options) {
  const arret = waitForSignal();
  const aFermer = [];
  try {
    await refuseIfRunning();
    await start(options, aFermer);
    await arret.promise;
    return 0;
  } catch (error) {
    // Ctrl-C also reaches the steps under way: what they then complain of is no failure.
    if (!arret.recu()) {
      throw error;
    }
    return 130;
  } finally {
    await closeAll(aFermer);
  }
}

async function closeAll(aFermer) {
  if (aFermer.length > 0) {
    say('Arrêt.');
  }
  for (const close of aFermer.reverse()) {
    try {
      await close();
    } catch (error) {
      // One that does not stop does not keep the others up.
      console.error(error);
    }
  }
}

async function start(options, aFermer) {
  await ensureBuilt({ panel: true });
  const postgres = await startPostgres({ name: 'demo', persistent: true });
  aFermer.push(postgres.stop);
  const boite = await openBoiteMail();
  aFermer.push(boite.stop);
  const port = await pickPort(1337);
  say(`L’application répondra sur le port ${port}, la boîte e-mail sur ${boite.url}.`);
  const databaseUrl = await ensureBase(postgres.url, options, { boite, port });
  const environnement = describeEnvironnement({ databaseUrl, smtpPort: boite.smtp, port });
  say('Démarrage de l’application.');
  const { strapi, stop } = await loadApplication(
    { ...environnement, SMS_MAILING_SCHEDULER: 'on' },
    { panel: true }
  );
  aFermer.push(stop);
  await listen(strapi, port, environnement.HOST);
  aFermer.push(markRunning(environnement.PUBLIC_URL));
  console.log(describeAdresses(environnement.PUBLIC_URL, boite.url));
}

/** Listens from the first second: an interrupted preparation stops what it had started too. */
function waitForSignal() {
  let signalRecu = false;
  const promise = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        signalRecu = true;
        resolve();
      });
    }
  });
  return { promise, recu: () => signalRecu };
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
