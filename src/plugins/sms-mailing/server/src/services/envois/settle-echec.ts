import { TransportError } from '../../../../core/errors';
import type { EnvoiReserve, Issue } from '../ports/envois';
import { CODE_OPPOSITION } from '../ports/sms';

const MINUTE_MS = 60_000;

/** Waits between tries: a greylisting server wants 15 minutes, a restarted one a few seconds. */
const REPRISES_MS = [1, 15, 30, 60, 240].map((minutes) => minutes * MINUTE_MS);

/** How long an envoi waits when the account, not the message, is at fault. */
export const PAUSE_CONFIGURATION_MS = 5 * MINUTE_MS;

/**
 * What a failed hand-over becomes (docs/adr/0005): a definite refusal is an echec, a passing fault is tried
 * again, an unknown fate goes to a human. Anything that is not a TransportError is a bug: nobody knows what
 * left, so it is incertain too.
 */
export function settleEchec(
  erreur: unknown,
  envoi: Pick<EnvoiReserve, 'id' | 'tentatives'>,
  remise: { adresse: string; messageId: string | null },
  now: Date
): Issue {
  const { adresse, messageId } = remise;
  const detail = erreur instanceof Error ? erreur.message : String(erreur);
  if (!(erreur instanceof TransportError)) {
    return { statut: 'incertain', id: envoi.id, detail, adresse, messageId };
  }
  const plusTard = (ms: number): Date => new Date(now.getTime() + ms);
  switch (erreur.issue) {
    case 'refuse': {
      const motif = erreur.code === CODE_OPPOSITION ? 'opposition' : 'refuse';
      return { statut: 'echec', id: envoi.id, motif, detail, adresse };
    }
    case 'incertain':
      return { statut: 'incertain', id: envoi.id, detail, adresse, messageId };
    case 'configuration':
      return {
        statut: 'programme',
        id: envoi.id,
        disponibleLe: plusTard(PAUSE_CONFIGURATION_MS),
        detail,
        compte: false,
      };
    case 'reessayer': {
      const attente = REPRISES_MS[envoi.tentatives];
      if (attente === undefined) {
        return { statut: 'echec', id: envoi.id, motif: 'abandon', detail, adresse };
      }
      const disponibleLe = plusTard(Math.max(attente, erreur.reessayerDansMs ?? 0));
      return { statut: 'programme', id: envoi.id, disponibleLe, detail, compte: true };
    }
  }
}
