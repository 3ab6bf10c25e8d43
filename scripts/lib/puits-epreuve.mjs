import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createServer } from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { SMTPServer } from 'smtp-server';

export const COMPTE = { user: 'bge', pass: 'secret-de-l-epreuve' };
export const JETON = 'jeton-de-l-epreuve';

/** What a server may not change: all that follows the headers. */
export const bodyHash = (brut) =>
  createHash('sha256')
    .update(brut.subarray(brut.indexOf('\r\n\r\n')))
    .digest('hex');

const toRecu = (brut) => ({
  id: /^Message-ID: *(\S+)/im.exec(brut.toString('latin1'))?.[1] ?? '',
  corps: bodyHash(brut),
});

/** smtp-server in this process; `lire` answers what it received. */
export async function openSmtpServer(options, auth) {
  const recus = [];
  const serveur = new SMTPServer({
    disabledCommands: auth ? ['STARTTLS'] : ['AUTH', 'STARTTLS'],
    authOptional: !auth,
    allowInsecureAuth: true,
    size: 64 * 1024 * 1024,
    logger: false,
    onAuth: ({ username, password, accessToken }, _, suite) => {
      const bon = username === COMPTE.user && (password === COMPTE.pass || accessToken === JETON);
      suite(bon ? null : new Error('refus'), bon ? { user: username } : undefined);
    },
    onData: (flux, _, suite) => {
      const blocs = [];
      flux.on('data', (bloc) => blocs.push(bloc));
      flux.on('end', () => {
        recus.push(toRecu(Buffer.concat(blocs)));
        suite();
      });
    },
    ...options,
  });
  serveur.on('error', () => undefined);
  const port = await new Promise((pret) => {
    const ecoute = serveur.listen(0, '127.0.0.1', () => pret(ecoute.address().port));
  });
  return { port, lire: () => recus, close: () => new Promise((fini) => serveur.close(fini)) };
}

/** A proxy of the network, that lets everything through. */
export async function openMandataire() {
  const mandataire = createServer().on('connect', (requete, client) => {
    const [hote, port] = requete.url.split(':');
    const bout = net.connect(Number(port), hote, () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      client.pipe(bout).pipe(client);
    });
    for (const socket of [client, bout]) socket.on('error', () => undefined);
  });
  await new Promise((pret) => mandataire.listen(0, '127.0.0.1', pret));
  const { port } = mandataire.address();
  return { url: `http://127.0.0.1:${port}`, close: () => mandataire.close() };
}

/** The inbox of the demonstration, which keeps the bytes in a folder. */
export async function openMaildev(dossier) {
  const { MailDev } = await import('maildev');
  const [smtp, web] = [await findPort(), await findPort()];
  const ecoute = { smtp, web, ip: '127.0.0.1', webIp: '127.0.0.1' };
  const maildev = new MailDev({ ...ecoute, mailDirectory: dossier, silent: true });
  await maildev.start();
  return {
    port: smtp,
    lire: () =>
      fs
        .readdirSync(dossier)
        .filter((nom) => nom.endsWith('.eml'))
        .map((nom) => toRecu(fs.readFileSync(path.join(dossier, nom)))),
    close: () => maildev.stop(),
  };
}

function findPort() {
  return new Promise((trouve) => {
    const sonde = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = sonde.address();
      sonde.close(() => trouve(port));
    });
  });
}
