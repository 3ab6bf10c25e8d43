/**
 * A real SMTP server in a process of its own: `node puits.mjs <file>` writes there the Message-ID of what it
 * accepts, one a line, before it says so. Slow enough for a kill to fall in the middle of a message. It says so
 * as many times as it has been permitted to, `{ permis }`, and keeps the others waiting.
 */
import fs from 'node:fs';
import process from 'node:process';
import { SMTPServer } from 'smtp-server';

const recus = fs.openSync(process.argv[2], 'a');
const MESSAGE_ID = /^message-id:\s*(<[^>]+>)/im;

let permis = Number.MAX_SAFE_INTEGER;
let rang = 0;
const enAttente = [];

function answer() {
  while (permis > 0 && enAttente.length > 0) {
    permis -= 1;
    rang += 1;
    // From 2 to 8 milliseconds: the answers come in another order than the messages.
    setTimeout(enAttente.shift(), 2 + ((rang * 5) % 7));
  }
}

const serveur = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onData(flux, _, accepter) {
    let texte = '';
    flux.setEncoding('latin1');
    flux.on('data', (bout) => (texte += bout));
    flux.on('end', () => {
      fs.writeSync(recus, `${MESSAGE_ID.exec(texte)?.[1] ?? 'sans Message-ID'}\n`);
      enAttente.push(accepter);
      answer();
    });
  },
});
serveur.on('error', () => undefined);
serveur.listen(0, '127.0.0.1', () => {
  process.send({ port: serveur.server.address().port });
});
process.on('message', (message) => {
  permis = message.permis;
  process.send({ permis });
  answer();
});
process.on('disconnect', () => process.exit(0));
