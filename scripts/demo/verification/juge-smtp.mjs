import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server: what it accepts is added, parsed, to `recus`. */
export async function openJugeSmtp(recus) {
  const serveur = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, callback) {
      simpleParser(stream).then((mail) => {
        // One per envelope recipient: a blind copy would show here.
        for (const { address } of session.envelope.rcptTo) {
          recus.push(toMessage(mail, address));
        }
        callback();
      }, callback);
    },
  });
  serveur.on('error', () => {});
  await new Promise((resolve) => serveur.listen(0, '127.0.0.1', resolve));
  return {
    port: serveur.server.address().port,
    close: () => new Promise((resolve) => serveur.close(resolve)),
  };
}

function toMessage(mail, adresse) {
  return {
    transport: 'mail',
    adresse,
    objet: mail.subject ?? '',
    textes: [mail.text ?? '', strip(mail.html || '')],
    messageId: mail.messageId,
    automatique: mail.headers.has('auto-submitted'),
    desinscription: mail.headers.has('list'),
    pieces: mail.attachments.map(({ filename }) => filename),
  };
}

const ENTITES = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** What a reader sees of an HTML body. */
function strip(html) {
  return html
    .replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&#x([\da-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, nom) => ENTITES[nom]);
}
