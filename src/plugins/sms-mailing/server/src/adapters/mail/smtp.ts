import { setTimeout as wait } from 'node:timers/promises';
import { TransportError } from '../../../../core/errors';
import type { Depart, MailSender, MessagePret } from '../../services/ports/mail';
import type { Journal } from '../../services/ports/moteur';
import { createConnexions, type Connexions, type ReglagesBassin } from './echange/bassin';
import { createEchec } from './echange/echec';
import { checkOctets } from './echange/octets';
import { createRemise } from './echange/remise';
import { createLigne, type OptionsLigne } from './echange/session';
import { createSignature, type ReglagesDkim, type SignMessage } from './echange/signature';
import { verifyLigne } from './echange/verification';
import { classifyErreurSmtp } from './erreur-smtp';

/** The `providerOptions` of Strapi's e-mail provider (config/plugins.ts): host, port, auth, secure, dkim… */
export type ReglagesSmtp = Readonly<Record<string, unknown>>;

/** What nodemailer has no option for. */
export interface ReglagesEchange {
  /** False: a command at a time, whatever the server announces. */
  readonly pipelining: boolean;
  /** For any reply of the server. */
  readonly attenteMs: number;
  /** For the reply to the final dot (RFC 5321 §4.5.3.2.6: ten minutes). */
  readonly attentePointMs: number;
}

export const ECHANGE_PAR_DEFAUT: ReglagesEchange = {
  pipelining: true,
  attenteMs: 120_000,
  attentePointMs: 600_000,
};

const SANS_JOURNAL = { info: () => undefined, warn: () => undefined };
const SANS_CONDITION: Depart = {
  isPermis: () => true,
  enAvance: true,
  prioritaire: false,
  signal: null,
};

/** Without these, nodemailer would wait two minutes for a connection, ten for an answer, and reconnect every 100. */
const PAR_DEFAUT = {
  maxConnections: 5,
  maxMessages: Infinity,
  connectionTimeout: 30_000,
  greetingTimeout: 30_000,
  socketTimeout: 120_000,
};

const FERMETURE_MS = 5_000;
const PATIENCE = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 10_000 };

/** What an address may hold between its angle brackets. */
const ADRESSE = /^[!-;=?-~]+$/;

/**
 * SMTP by our own exchange, on connections that nodemailer opens (docs/adr/0019). Holds no more than the calls
 * under way: the caller bounds them (window of the engine).
 */
export function createMailSenderSmtp(
  reglages: ReglagesSmtp,
  echange: ReglagesEchange = ECHANGE_PAR_DEFAUT,
  journal: Pick<Journal, 'info' | 'warn'> = SANS_JOURNAL
): MailSender {
  const { dkim, ...options } = reglages;
  const ligne = createLigne({ ...PAR_DEFAUT, ...options });
  const connexions = createConnexions(ligne, toBassin(ligne.options, options, echange), journal);
  const sceau = createSceau(isDkim(dkim) ? dkim : null);
  const remises = new Set<Promise<unknown>>();
  const watch = createGuet(connexions);
  let ferme = false;

  return {
    seal: sceau,
    async send(message, depart = SANS_CONDITION) {
      if (ferme) throw new TransportError('reessayer', 'L’envoi des e-mails est en cours d’arrêt.');
      watch(depart.signal);
      const remise = sceau(message).then((scelle) => handOver(connexions, scelle, depart));
      remises.add(remise);
      try {
        return (await remise) ? { reference: message.messageId } : null;
      } finally {
        remises.delete(remise);
      }
    },
    verify: () => verifySmtp(options),
    async close() {
      ferme = true;
      // A reply to a final dot may be ten minutes away: whoever stops this process does not wait for it.
      await Promise.race([Promise.allSettled(remises), wait(FERMETURE_MS, null, { ref: false })]);
      connexions.close();
    },
  };
}

function handOver(connexions: Connexions, message: MessagePret, depart: Depart): Promise<boolean> {
  const { de, vers } = message.enveloppe;
  if (!ADRESSE.test(de) || !ADRESSE.test(vers)) {
    const erreur = createEchec('EENVELOPE', 'API', 'l’adresse ne peut pas servir');
    return Promise.reject(classifyErreurSmtp(erreur, false));
  }
  const [remise, issue] = createRemise(message, depart);
  connexions.add(remise);
  return issue;
}

function isDkim(dkim: unknown): dkim is ReglagesDkim {
  return typeof dkim === 'object' && dkim !== null;
}

/** Checked, then signed: once for each message, whoever asks. */
function createSceau(dkim: ReglagesDkim | null): (message: MessagePret) => Promise<MessagePret> {
  const sign: SignMessage | null = dkim === null ? null : createSignature(dkim);
  const scelles = new WeakSet<MessagePret>();
  return async (message) => {
    if (scelles.has(message)) return message;
    checkOctets(message.brut);
    const scelle = sign === null ? message : prepend(message, await sign(message.brut));
    scelles.add(scelle);
    return scelle;
  };
}

function prepend(message: MessagePret, signature: Buffer): MessagePret {
  checkOctets([signature]);
  return { ...message, brut: [signature, ...message.brut] };
}

/** One listener for each signal, not for each message. */
function createGuet(connexions: Connexions): (signal: AbortSignal | null) => void {
  const connus = new WeakSet<AbortSignal>();
  return (signal) => {
    if (signal === null || connus.has(signal)) return;
    connus.add(signal);
    signal.addEventListener('abort', () => connexions.abort(signal), { once: true });
  };
}

function toBassin(
  lues: OptionsLigne,
  demandees: ReglagesSmtp,
  echange: ReglagesEchange
): ReglagesBassin {
  const nombre = (nom: string, defaut: number): number => {
    const valeur = lues[nom];
    return typeof valeur === 'number' ? valeur : defaut;
  };
  // nodemailer's own limit, when the association sets it, is that of every reply.
  const { socketTimeout } = demandees;
  const limite = typeof socketTimeout === 'number' ? socketTimeout : null;
  const messages = Number(lues.rateLimit) || 0;
  return {
    pipelining: echange.pipelining,
    attentes: {
      reponseMs: limite ?? echange.attenteMs,
      pointMs: limite ?? echange.attentePointMs,
    },
    maxConnexions: nombre('maxConnections', PAR_DEFAUT.maxConnections),
    maxMessages: nombre('maxMessages', PAR_DEFAUT.maxMessages),
    maxReprises: nombre('maxRequeues', 5),
    reposMs: nombre('idleTimeout', 0),
    tailleReponseMax: nombre('maxResponseSize', 1024 * 1024),
    cadence: messages > 0 ? { messages, fenetreMs: Number(lues.rateDelta) || 1_000 } : null,
    nom: typeof lues.host === 'string' ? lues.host : 'localhost',
  };
}

/** On a connection of its own, with the patience of someone who watches the screen. */
async function verifySmtp(options: ReglagesSmtp): Promise<void> {
  const { socketTimeout: ms } = PATIENCE;
  try {
    await verifyLigne(createLigne({ ...options, ...PATIENCE }), { reponseMs: ms, pointMs: ms });
  } catch (erreur) {
    throw classifyErreurSmtp(erreur, false);
  }
}
