import path from 'node:path';
import { loadApplication } from '../demo/application.mjs';
import { describeEnvironnement } from '../demo/environnement.mjs';
import { createHorloge } from '../demo/horloge.mjs';
import { sow } from '../demo/sow.mjs';
import { openJugeSmtp } from '../demo/verification/juge-smtp.mjs';
import { TMP } from '../lib/root.mjs';
import { addJours } from '../seed/jours.mjs';
import { playHistorique } from '../seed/module/historique.mjs';
import { NEWSLETTER } from './newsletter.mjs';

/** Guide §6.d: Thursday, two days before PALMER's atelier. */
const JOUR = '2022-03-03';
const HEURE = '14:30:00';
const TAILLES = { entrepreneurs: 500, actions: 100 };

/**
 * The application on the guide's Thursday afternoon, a week of history behind it, listening on a free port:
 * `{ url, instant, modeles, beat, install, close }`. Its messages go to a mailbox that nobody reads.
 */
export async function openJour(databaseUrl) {
  const smtp = await openJugeSmtp([]);
  const journalSms = path.join(TMP, 'captures-sms.jsonl');
  const environnement = {
    ...describeEnvironnement({ databaseUrl, smtpPort: smtp.port, journalSms }),
    // An address on the screen is drawn from it: the same on every machine.
    ENCRYPTION_KEY: 'une-cle-qui-ne-protege-que-des-images',
  };
  const application = await loadApplication(environnement, { panel: true });
  const close = async () => {
    await application.stop();
    await smtp.close();
  };
  try {
    return { ...(await prepare(application)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function prepare(application) {
  const horloge = createHorloge(application);
  const setNow = () => horloge.set(JOUR, HEURE);
  horloge.set(addJours(JOUR, -8), '09:00:00');
  const base = await sow(application, { reference: JOUR, ...TAILLES });
  const newsletter = await base.sessions.gestionnaire.post('/modeles', NEWSLETTER);
  await playHistorique({ ...base, horloge: { ...horloge, setNow } });
  const { port } = application.strapi.server.httpServer.address();
  return {
    url: `http://127.0.0.1:${port}`,
    instant: new Date(`${JOUR}T${HEURE}+01:00`),
    modeles: { ...base.modeles, printemps: newsletter.documentId },
    beat: () => horloge.tick(),
    install: () => installAssociation(application, base.sessions.administrateur),
  };
}

/**
 * What an Administrateur sees on the first day of a real base: a sender and an SMS account just typed,
 * nothing verified yet.
 */
async function installAssociation({ strapi }, administrateur) {
  Object.assign(strapi.config.get('plugin::sms-mailing'), {
    base: 'reelle',
    publicUrl: 'https://messages.bge-demonstration.fr',
  });
  const { parametres } = await administrateur.get('/parametres');
  await administrateur.put('/parametres', {
    ...parametres,
    expediteurNom: 'BGE Démonstration',
    expediteurAdresse: 'contact@bge-demonstration.fr',
    adressePostale: '1 place du Guide, 62000 Arras',
    sms: {
      ...parametres.sms,
      fournisseur: 'ovh-http2sms',
      compte: 'sms-bg12345-1',
      login: 'bge-demo',
      expediteur: 'BGE',
    },
    secrets: { motDePasse: 'mot-de-passe-invente' },
  });
}
