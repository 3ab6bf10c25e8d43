import crypto from 'node:crypto';
import http from 'node:http';

/** The shape of Twilio's identifiers; nobody's. */
const COMPTE = `AC${'0'.repeat(32)}`;

/**
 * Stands for Twilio: takes the real HTTP request of its SDK, adds the SMS to `recus`. `environnement` holds
 * the settings that send the application here.
 */
export async function openJugeSms(recus) {
  const serveur = http.createServer((requete, reponse) => {
    void accept(requete, recus).then((corps) =>
      reponse.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify(corps))
    );
  });
  await new Promise((resolve) => serveur.listen(0, '127.0.0.1', resolve));
  return {
    environnement: {
      SMS_FOURNISSEUR: 'twilio',
      SMS_EXPEDITEUR: 'BGE',
      SMS_URL_BASE: `http://127.0.0.1:${serveur.address().port}`,
      TWILIO_ACCOUNT_SID: COMPTE,
      TWILIO_AUTH_TOKEN: crypto.randomBytes(16).toString('hex'),
      TWILIO_MESSAGING_SERVICE_SID: '',
    },
    close: () => {
      serveur.closeAllConnections();
      return new Promise((resolve) => serveur.close(resolve));
    },
  };
}

async function accept(requete, recus) {
  const bouts = [];
  for await (const bout of requete) bouts.push(bout);
  const formulaire = new URLSearchParams(Buffer.concat(bouts).toString('utf8'));
  const [to, body] = [formulaire.get('To'), formulaire.get('Body')];
  recus.push({ transport: 'sms', adresse: to, objet: '', textes: [body], pieces: [] });
  const sid = `SM${String(recus.length).padStart(32, '0')}`;
  return { sid, to, body, status: 'queued', num_segments: '1', error_code: null };
}
