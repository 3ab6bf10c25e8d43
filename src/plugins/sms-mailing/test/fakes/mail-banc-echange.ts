import { TransportError } from '../../core/errors';
import {
  createMailSenderSmtp,
  ECHANGE_PAR_DEFAUT,
  type ReglagesEchange,
  type ReglagesSmtp,
} from '../../server/src/adapters/mail/smtp';
import type { MailSender } from '../../server/src/services/ports/mail';
import { createMessage } from './mail-messages';
import { startServeurScenario, type Scenario, type ServeurScenario } from './mail-serveur-scenario';

/** Longer than a server of this process takes to answer, however loaded the machine. */
export const PATIENCE_MS = 3_000;
/** More than the buffers of both ends can hold. */
export const GROS = 'x'.repeat(24 * 1024 * 1024);

export const partis = (n: number): string[] => Array.from({ length: n }, () => 'parti');
export const enveloppe = (i: number): string[] => [
  'MAIL FROM:<contact@bge.example>',
  `RCPT TO:<p${String(i)}@bge.example>`,
  'DATA',
];

export const messageNumero = (i: number, html = '<p>x</p>') =>
  createMessage({
    cle: `e${String(i)}`,
    html,
    destinataire: { nom: '', adresse: `p${String(i)}@bge.example` },
  });

/** One sender, one connection, one server that misbehaves. */
export interface BancEchange {
  readonly serveur: ServeurScenario;
  readonly sender: MailSender;
  /** What the log says. */
  readonly lignes: readonly string[];
  /** What becomes of n messages handed over together: « parti », « rendu », or the issue of the error. */
  sendAll(n: number, html?: string): Promise<unknown[]>;
  /** Who received, in order of number. */
  recus(): string[];
  commandes(): string[];
  close(): Promise<void>;
}

export async function openBancEchange(
  scenario: Scenario,
  echange: Partial<ReglagesEchange> = {},
  options: ReglagesSmtp = {}
): Promise<BancEchange> {
  const lignes: string[] = [];
  const dire = (ligne: string): void => void lignes.push(ligne);
  const serveur = await startServeurScenario(scenario);
  const sender = createMailSenderSmtp(
    { host: '127.0.0.1', port: serveur.port, ignoreTLS: true, maxConnections: 1, ...options },
    { ...ECHANGE_PAR_DEFAUT, ...echange },
    { info: dire, warn: dire }
  );
  const sendOne = async (i: number, html?: string): Promise<unknown> => {
    try {
      return (await sender.send(messageNumero(i, html))) === null ? 'rendu' : 'parti';
    } catch (erreur) {
      return erreur instanceof TransportError ? erreur.issue : erreur;
    }
  };
  return {
    serveur,
    sender,
    lignes,
    sendAll: (n, html) => Promise.all(Array.from({ length: n }, (_, i) => sendOne(i + 1, html))),
    recus: () => serveur.recus.map(({ vers }) => vers.replace(/@.*/, '')).sort(),
    commandes: () =>
      serveur.commandes
        .filter((commande) => commande !== '|' && !/^(EHLO|QUIT)/.test(commande))
        .map((commande) => commande.replace(/ SIZE=\d+$/, '')),
    async close() {
      await sender.close();
      await serveur.close();
    },
  };
}
