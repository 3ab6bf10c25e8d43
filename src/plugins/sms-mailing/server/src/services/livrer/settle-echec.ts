import { TransportError } from '../../../../core/errors';
import type { EnvoiReserve, Issue } from '../ports/envois';
import type { Journal } from '../ports/moteur';
import { CODE_OPPOSITION } from '../ports/sms';
import type { EtatTransport } from '../ports/transports';

const MINUTE_MS = 60_000;

/** Waits between tries: a greylisting server wants 15 minutes, a restarted one a few seconds. */
const REPRISES_MS = [1, 15, 30, 60, 240].map((minutes) => minutes * MINUTE_MS);

/** How long a transport is left alone when its account is at fault. */
const PAUSE_CONFIGURATION_MS = 5 * MINUTE_MS;

/**
 * What a failed hand-over becomes (docs/adr/0005): a definite refusal is an echec, a passing fault is tried
 * again, an unknown fate goes to a human. Anything that is not a TransportError is a bug: nobody knows what
 * left, so it is incertain too.
 */
export function settleEchec(
  erreur: unknown,
  envoi: Pick<EnvoiReserve, 'id' | 'tentatives' | 'adresse'>,
  now: Date
): Issue {
  const { id, adresse } = envoi;
  const detail = erreur instanceof Error ? erreur.message : String(erreur);
  if (!(erreur instanceof TransportError)) {
    return { statut: 'incertain', id, detail };
  }
  switch (erreur.issue) {
    case 'refuse': {
      const motif = erreur.code === CODE_OPPOSITION ? 'opposition' : 'refuse';
      return { statut: 'echec', id, motif, detail, adresse };
    }
    case 'incertain':
      return { statut: 'incertain', id, detail };
    case 'configuration':
      return { statut: 'programme', id, disponibleLe: null, detail, compte: false };
    case 'reessayer': {
      const attente = REPRISES_MS[envoi.tentatives];
      if (attente === undefined) {
        return { statut: 'echec', id, motif: 'abandon', detail, adresse };
      }
      const disponibleLe = new Date(now.getTime() + Math.max(attente, erreur.reessayerDansMs ?? 0));
      return { statut: 'programme', id, disponibleLe, detail, compte: true };
    }
  }
}

/** What the same failure says of the transport: one message refused says nothing, silence does. */
export function noteEchec(erreur: unknown, transport: EtatTransport, journal: Journal): void {
  const ouvert = transport.isOuvert();
  const detail = erreur instanceof Error ? erreur.message : String(erreur);
  if (!(erreur instanceof TransportError) || erreur.issue === 'incertain') {
    transport.fail(detail);
  } else if (erreur.issue === 'configuration') {
    transport.suspend(detail, PAUSE_CONFIGURATION_MS);
  } else if (erreur.issue === 'reessayer' && erreur.portee === 'transport') {
    transport.fail(detail);
  }
  if (ouvert && !transport.isOuvert()) {
    journal.error(`Envois suspendus pour quelques minutes, rien n’est perdu : ${detail}`);
  }
}
