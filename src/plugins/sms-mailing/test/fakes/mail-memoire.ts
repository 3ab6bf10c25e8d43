import { TransportError } from '../../core/errors';
import type { IssueTransport } from '../../core/errors';
import type { MailSender, MessagePret } from '../../server/src/services/ports/mail';

export interface MailSenderMemoire extends MailSender {
  /** Accepted messages, in order. */
  readonly recus: MessagePret[];
  /** What the next messages meet; null: accepted. An `incertain` message is accepted, and not known to be. */
  issue: (message: MessagePret) => IssueTransport | null;
}

/** The port in memory. */
export function createMailSenderMemoire(): MailSenderMemoire {
  let ferme = false;
  const memoire: MailSenderMemoire = {
    recus: [],
    issue: () => null,
    async send(message, depart) {
      if (depart?.isPermis() === false) return null;
      if (ferme) throw new TransportError('reessayer', 'L’envoi des e-mails est en cours d’arrêt.');
      const issue = memoire.issue(message);
      if (issue === null || issue === 'incertain') memoire.recus.push(message);
      if (issue !== null) throw new TransportError(issue, `Échec simulé : ${issue}`);
      return { reference: message.messageId };
    },
    async close() {
      ferme = true;
    },
  };
  return memoire;
}
