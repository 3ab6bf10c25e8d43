import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import DKIM from 'nodemailer/lib/dkim';
import type SMTPPool from 'nodemailer/lib/smtp-pool';
import { TransportError } from '../../../../core/errors';
import type { MailSender, MessagePret } from '../../services/ports/mail';
import { classifyErreurSmtp } from './erreur-smtp';

/** The `providerOptions` of Strapi's e-mail provider (config/plugins.ts): host, port, auth, secure, dkim… */
export type ReglagesSmtp = Readonly<Record<string, unknown>>;

type Pool = Pick<SMTPPool, 'send' | 'close' | 'getSocket'>;
type MailNodemailer = Parameters<SMTPPool['send']>[0];

const TRANCHE = 64 * 1024;

/** Without these, nodemailer would wait two minutes for a connection, ten for an answer, and reconnect every 100. */
const PAR_DEFAUT = {
  maxConnections: 5,
  maxMessages: Infinity,
  connectionTimeout: 30_000,
  greetingTimeout: 30_000,
  socketTimeout: 120_000,
};

const PATIENCE = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 10_000 };

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
  const pool = openPool(options);
  const signature = dkim === undefined || dkim === null ? null : new DKIM(dkim);
  const remises = new Set<Promise<unknown>>();
  let ferme = false;

  return {
    async send(message) {
      if (ferme) throw new TransportError('reessayer', 'L’envoi des e-mails est en cours d’arrêt.');
      const remise: Remise = { message, pointFinal: false };
      const depart = handOver(pool, remise, signature);
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
    verify: () => verifySmtp(options),
    async close() {
      ferme = true;
      await Promise.allSettled(remises);
      pool.close();
    },
  };
}

/** On a connection of its own, with the patience of someone who watches the screen. */
async function verifySmtp(options: ReglagesSmtp): Promise<void> {
  const transporteur = createTransport({ ...options, ...PATIENCE, pool: false });
  try {
    await transporteur.verify();
  } catch (erreur) {
    throw classifyErreurSmtp(erreur, false);
  } finally {
    transporteur.close();
  }
}

function openPool(options: ReglagesSmtp): Pool {
  const transporteur = createTransport({ ...PAR_DEFAUT, ...options, pool: true });
  const pool = transporteur.transporter as unknown as Pool;
  if (typeof transporteur.getSocket === 'function') pool.getSocket = transporteur.getSocket; // proxy
  // A connection that fails while idle must not end the process; failures of messages come with their send.
  transporteur.on('error', () => undefined);
  return pool;
}

/**
 * Speaks to the pool itself, as nodemailer's Mail would once the message is composed: ours is already, and
 * `sendMail` would cost as much again as the sending.
 */
function handOver(pool: Pool, remise: Remise, signature: DKIM | null): Promise<void> {
  const { messageId, enveloppe, brut } = remise.message;
  // announced in MAIL FROM: a message too big for the server is refused before it is sent
  const size = brut.reduce((somme, morceau) => somme + morceau.length, 0);
  const mail = {
    data: {},
    message: {
      getEnvelope: () => ({ from: enveloppe.de, to: [enveloppe.vers], size }),
      messageId: () => messageId,
      getHeader: () => messageId,
      createReadStream: () => streamRemise(remise, signature),
    },
  };
  return new Promise((resolve, reject) => {
    pool.send(mail as unknown as MailNodemailer, (erreur) => {
      if (erreur) reject(erreur);
      else resolve();
    });
  });
}

/**
 * The stream that the connection reads. Its `end` comes when the connection has taken the last byte, right
 * before the final dot: not reached means that the message did not leave, reached that it may have. nodemailer
 * asks again only for a message whose idle connection died before any byte of it was read.
 */
function streamRemise(remise: Remise, signature: DKIM | null): Readable {
  const flux = streamOctets(remise.message.brut);
  const sortie = signature === null ? flux : signature.sign(flux);
  sortie.once('end', () => {
    remise.pointFinal = true;
  });
  return sortie;
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
