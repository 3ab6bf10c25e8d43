import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface BoiteAuxLettres {
  port: number;
  mails: ParsedMail[];
  /** Addresses that do not exist here: refused for good. */
  refusees: Set<string>;
  close(): Promise<void>;
}

/** A real SMTP server that keeps what it accepts. */
export async function openBoiteAuxLettres(): Promise<BoiteAuxLettres> {
  const mails: ParsedMail[] = [];
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
    onData(stream, _session, callback) {
      simpleParser(stream).then(
        (mail) => {
          mails.push(mail);
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
    refusees,
    close: () =>
      new Promise((resolve) => {
        serveur.close(() => {
          resolve();
        });
      }),
  };
}
