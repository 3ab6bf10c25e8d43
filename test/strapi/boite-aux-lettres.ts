import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface BoiteAuxLettres {
  port: number;
  mails: ParsedMail[];
  /** Envelope senders, in the same order: where a message would come back. */
  retours: string[];
  /** Whose messages a filter stops: nothing is said of the address. */
  refusees: Set<string>;
  /** While a message is being accepted: what happens meanwhile. */
  pendant: () => Promise<unknown>;
  /** Addresses that do not exist here: refused for good. */
  inconnues: Set<string>;
  close(): Promise<void>;
}

/** A real SMTP server that keeps what it accepts. */
export async function openBoiteAuxLettres(): Promise<BoiteAuxLettres> {
  const mails: ParsedMail[] = [];
  const retours: string[] = [];
  const refusees = new Set<string>();
  const boite = { pendant: () => Promise.resolve<unknown>(undefined) };
  const inconnues = new Set<string>();
  const serveur = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, callback) {
      if (inconnues.has(address)) {
        callback(Object.assign(new Error('5.1.1 Boîte inconnue'), { responseCode: 550 }));
      } else if (refusees.has(address)) {
        callback(Object.assign(new Error('Refusé par le filtre'), { responseCode: 557 }));
      } else {
        callback();
      }
    },
    onData(stream, { envelope }, callback) {
      simpleParser(stream).then(
        async (mail) => {
          await boite.pendant();
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
  return Object.assign(boite, {
    ...{ port, mails, retours, refusees, inconnues },
    close: () =>
      new Promise<void>((resolve) => {
        serveur.close(() => {
          resolve();
        });
      }),
  });
}
