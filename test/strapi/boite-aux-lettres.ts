import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface BoiteAuxLettres {
  port: number;
  mails: ParsedMail[];
  /** Envelope senders, in the same order: where a message would come back. */
  retours: string[];
  /** Addresses that do not exist here: refused for good. */
  refusees: Set<string>;
  close(): Promise<void>;
}

/** A real SMTP server that keeps what it accepts. */
export async function openBoiteAuxLettres(): Promise<BoiteAuxLettres> {
  const mails: ParsedMail[] = [];
  const retours: string[] = [];
  const refusees = new Set<string>();
  const serveur = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, callback) {
      callback(
        refusees.has(address)
          ? Object.assign(new Error('Boîte inconnue'), { responseCode: 550 })
          : undefined
      );
    },
    onData(stream, { envelope }, callback) {
      simpleParser(stream).then(
        (mail) => {
          mails.push(mail);
          retours.push(envelope.mailFrom === false ? '' : envelope.mailFrom.address);
          callback();
        },
        (erreur: unknown) => {
          callback(erreur as Error);
        }
      );
    },
  });
  await new Promise<void>((resolve) => {
    serveur.listen(0, '127.0.0.1', resolve);
  });
  const adresse = serveur.server.address();
  const port = typeof adresse === 'object' && adresse !== null ? adresse.port : 0;
  return {
    port,
    mails,
    retours,
    refusees,
    close: () =>
      new Promise((resolve) => {
        serveur.close(() => {
          resolve();
        });
      }),
  };
}
