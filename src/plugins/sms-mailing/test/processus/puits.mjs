/**
 * A real SMTP server in a process of its own: `node puits.mjs <file>` writes there the Message-ID of what it
 * accepts, one a line, before it says so. Slow enough for a kill to fall in the middle of a message.
 */
import fs from 'node:fs';
import process from 'node:process';
import { SMTPServer } from 'smtp-server';

const recus = fs.openSync(process.argv[2], 'a');
const MESSAGE_ID = /^message-id:\s*(<[^>]+>)/im;

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
      setTimeout(accepter, 2 + Math.random() * 6);
    });
  },
});
serveur.on('error', () => undefined);
serveur.listen(0, '127.0.0.1', () => {
  process.send({ port: serveur.server.address().port });
});
process.on('disconnect', () => process.exit(0));
