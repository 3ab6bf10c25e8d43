import type { Socket } from 'node:net';
import { createTransport } from 'nodemailer';
import PoolResource from 'nodemailer/lib/smtp-pool/pool-resource';
import type SMTPPool from 'nodemailer/lib/smtp-pool';
import { createEchec } from './echec';

/** What nodemailer's pool keeps of the options it was given, `url` and `service` resolved. */
export type OptionsLigne = Readonly<Record<string, unknown>>;

/** A connection that nodemailer opened, greeted, upgraded and authenticated, and that is ours from now on. */
export interface Session {
  readonly socket: Socket;
  readonly extensions: ReadonlySet<string>;
  /** Announced with SIZE; 0: none. */
  readonly tailleMax: number;
  /** What the server already said beyond the answer to the login, as bytes. */
  readonly dejaLu: string;
  /** Where `debug` and `transactionLog` want the commands and the replies written. */
  readonly trace: ((sens: 'client' | 'server', ligne: string) => void) | null;
}

/** The way to one server: what it takes to open a session, as often as needed. */
export interface Ligne {
  readonly options: OptionsLigne;
  open(): Promise<Session>;
}

/** The private fields of nodemailer's SMTPConnection that this file uses, and nothing else of the house does. */
interface Connexion {
  _socket: Socket;
  _supportedExtensions: string[];
  _maxAllowedSize: number;
  _remainder: string;
  _responseQueue: string[];
  readonly _onSocketData: Ecouteur;
  readonly _onSocketTimeout: Ecouteur;
  readonly _onSocketClose: Ecouteur;
  readonly _onSocketEnd: Ecouteur;
  readonly _onSocketError: Ecouteur;
  readonly options: { readonly debug?: boolean; readonly transactionLog?: boolean };
  readonly logger: { debug(fait: { tnx: string }, ligne: string): void };
}

type Ecouteur = (...args: unknown[]) => void;

/** Proved on each version of nodemailer by test/adapters/mail-session.test.ts. */
export const CHAMPS_PRIVES = [
  '_socket',
  '_supportedExtensions',
  '_maxAllowedSize',
  '_remainder',
  '_responseQueue',
  '_onSocketData',
  '_onSocketTimeout',
  '_onSocketClose',
  '_onSocketEnd',
  '_onSocketError',
] as const satisfies readonly (keyof Connexion)[];

/**
 * nodemailer's pool reads the options (service, url, proxy, OAuth2…) and its resource opens each connection; the
 * pool itself sends nothing.
 */
export function createLigne(reglages: OptionsLigne): Ligne {
  const transporteur = createTransport({ ...reglages, pool: true });
  const pool = transporteur.transporter as unknown as SMTPPool & { options: OptionsLigne };
  // Where `proxy` is set, the Mailer knows how to reach the server and the pool must.
  if (typeof transporteur.getSocket === 'function') {
    pool.getSocket = transporteur.getSocket;
  }
  return { options: pool.options, open: () => openSession(pool) };
}

function openSession(pool: SMTPPool): Promise<Session> {
  const ressource = new PoolResource(pool);
  return new Promise((resolve, reject) => {
    ressource.on('error', reject);
    // A refused login closes before it says why.
    ressource.on('close', () => {
      setImmediate(reject, createEchec('ECONNECTION', 'CONN', 'Connection closed unexpectedly'));
    });
    ressource.connect((erreur) => {
      if (erreur) reject(erreur);
      else resolve(takeOver(ressource.connection as unknown as Connexion));
    });
  });
}

/** nodemailer hears nothing more of this socket. */
function takeOver(connexion: Connexion): Session {
  const { _socket: socket, options, logger } = connexion;
  socket.removeListener('data', connexion._onSocketData);
  socket.removeListener('timeout', connexion._onSocketTimeout);
  socket.removeListener('close', connexion._onSocketClose);
  socket.removeListener('end', connexion._onSocketEnd);
  socket.removeListener('error', connexion._onSocketError);
  socket.setTimeout(0);
  const dejaLu = [...connexion._responseQueue, connexion._remainder].join('\r\n');
  connexion._responseQueue = []; // what it would find here, it would take for an error
  connexion._remainder = '';
  const bavard = options.debug === true || options.transactionLog === true;
  return {
    socket,
    extensions: new Set(connexion._supportedExtensions),
    tailleMax: connexion._maxAllowedSize,
    dejaLu,
    trace: bavard ? (tnx, ligne) => logger.debug({ tnx }, ligne) : null,
  };
}
