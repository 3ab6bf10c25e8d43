import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import DKIM from 'nodemailer/lib/dkim';
import { TransportError } from '../../../../core/errors';
import type { MailSender, MessagePret } from '../../services/ports/mail';
import { classifyErreurSmtp } from './erreur-smtp';

type Transporteur = ReturnType<typeof createTransport>;
type Plugin = Parameters<Transporteur['use']>[1];
type DonneesMail = Parameters<Transporteur['sendMail']>[0];

/** The `providerOptions` of Strapi's e-mail provider (config/plugins.ts): host, port, auth, secure, dkim… */
export type ReglagesSmtp = Readonly<Record<string, unknown>>;

const TRANCHE = 64 * 1024;

/** Without these, nodemailer would wait two minutes for a connection, ten for an answer, and reconnect every 100. */
const PAR_DEFAUT = {
  maxConnections: 5,
  maxMessages: Infinity,
  connectionTimeout: 30_000,
  greetingTimeout: 30_000,
  socketTimeout: 120_000,
};

/** One hand-over: what to write, and whether its last byte was taken by the connection. */
interface Remise {
  readonly message: MessagePret;
  pointFinal: boolean;
}

/**
 * SMTP through our own nodemailer pool, messages handed over as raw bytes. Holds no more than the calls under
 * way: the caller bounds them (window of the engine).
 */
export function createMailSenderSmtp(reglages: ReglagesSmtp): MailSender {
  const { dkim, ...options } = reglages;
  const transporteur = createTransport({ ...PAR_DEFAUT, ...options, pool: true });
  const signature = dkim === undefined || dkim === null ? null : new DKIM(dkim);
  const remises = new Set<Promise<unknown>>();
  let ferme = false;
  // A connection that fails while idle must not end the process; failures of messages come with their send.
  transporteur.on('error', () => undefined);
  transporteur.use('stream', streamRemise(signature));

  return {
    async send(message) {
      if (ferme) throw new TransportError('reessayer', 'L’envoi des e-mails est en cours d’arrêt.');
      const remise: Remise = { message, pointFinal: false };
      const depart = transporteur.sendMail(toDonnees(remise));
      remises.add(depart);
      try {
        await depart;
        return { reference: message.messageId };
      } catch (erreur) {
        throw classifyErreurSmtp(erreur, remise.pointFinal);
      } finally {
        remises.delete(depart);
      }
    },
    async close() {
      ferme = true;
      await Promise.allSettled(remises);
      transporteur.close();
    },
  };
}

/** `raw` only keeps nodemailer from composing: the stream plugin writes the message. */
function toDonnees(remise: Remise): DonneesMail {
  const { de, vers } = remise.message.enveloppe;
  const donnees: DonneesMail & { remise: Remise } = {
    envelope: { from: de, to: [vers], size: sizeOf(remise.message) },
    raw: 'remise',
    remise,
  };
  return donnees;
}

/** Announced in MAIL FROM: a message too big for the server is refused before it is sent. */
function sizeOf(message: MessagePret): number {
  return message.brut.reduce((somme, morceau) => somme + morceau.length, 0);
}

/**
 * Makes the stream that the connection reads, when it reads it. Its `end` comes when the connection has taken
 * the last byte, right before the final dot: not reached means that the message did not leave, reached that it
 * may have. nodemailer may ask again for a message whose connection died before any byte of it was read;
 * past the end it gets an error before the first byte, so that no double can come from there.
 */
function streamRemise(signature: DKIM | null): Plugin {
  return (mail, suite) => {
    const { remise } = mail.data as unknown as { remise: Remise };
    mail.message.createReadStream = () => {
      const flux = remise.pointFinal ? streamInterdit() : streamOctets(remise.message.brut);
      const sortie = signature === null ? flux : signature.sign(flux);
      sortie.once('end', () => {
        remise.pointFinal = true;
      });
      return sortie;
    };
    suite();
  };
}

function streamInterdit(): Readable {
  return new Readable({
    read() {
      this.destroy(new Error('message already handed over'));
    },
  });
}

/** The chunks in slices, without a copy, as the reader asks for them. */
function streamOctets(morceaux: readonly Uint8Array[]): Readable {
  let rang = 0;
  let debut = 0;
  return new Readable({
    highWaterMark: TRANCHE,
    read() {
      for (let morceau = morceaux[rang]; morceau !== undefined; morceau = morceaux[rang]) {
        const tranche = morceau.subarray(debut, debut + TRANCHE);
        debut += tranche.length;
        if (debut >= morceau.length) {
          rang++;
          debut = 0;
        }
        if (!this.push(tranche)) return;
      }
      this.push(null);
    },
  });
}
