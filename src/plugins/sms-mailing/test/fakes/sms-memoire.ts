import { TransportError } from '../../core/errors';
import type { IssueTransport } from '../../core/errors';
import type { SmsAEnvoyer, SmsSender } from '../../server/src/services/ports/sms';

export interface SmsSenderMemoire extends SmsSender {
  /** Accepted SMS, in order. */
  readonly recus: SmsAEnvoyer[];
  /** What the next SMS meet; null: accepted. An `incertain` SMS is accepted, and not known to be. */
  issue: (sms: SmsAEnvoyer) => { issue: IssueTransport; code?: string } | null;
}

/** The port in memory; references are `memoire-1`, `memoire-2`… */
export function createSmsSenderMemoire(): SmsSenderMemoire {
  const toAccepte = (rang: number) => ({
    reference: `memoire-${rang}`,
    credits: null,
    creditsRestants: null,
  });
  const memoire: SmsSenderMemoire = {
    capacites: { stopAjoute: true, caracteresStop: 0, partiesMax: 6, accuses: false },
    recus: [],
    issue: () => null,
    async send(sms) {
      const echec = memoire.issue(sms);
      if (echec === null || echec.issue === 'incertain') memoire.recus.push(sms);
      if (echec !== null) {
        throw new TransportError(echec.issue, `Échec simulé : ${echec.issue}`, {
          code: echec.code ?? null,
        });
      }
      return toAccepte(memoire.recus.length);
    },
    async findByRef({ cle }) {
      const rang = memoire.recus.findIndex((sms) => sms.cle === cle);
      return rang < 0 ? null : toAccepte(rang + 1);
    },
  };
  return memoire;
}
