import { deliverDue } from '../../server/src/services/livrer/deliver-due';
import { createPostes } from '../../server/src/services/soiree/run-tick';
import type { MailSender } from '../../server/src/services/ports/mail';
import type { Moteur } from '../../server/src/services/ports/moteur';
import type { SmsSender } from '../../server/src/services/ports/sms';
import { createMoteurFictif, SOIR, type MoteurFictif, type ReglagesFictifs } from './moteur-fictif';

const TICK_MS = 15_000;

/** An evening and the night after it, on a clock of its own, against a real server. */
export interface NuitVirtuelle {
  readonly fictif: MoteurFictif;
  /** Milliseconds since 19h. */
  elapsed(): number;
  /** Ticks for so long, or until nothing waits any more. */
  run(ms: number): Promise<void>;
  /** What the gestionnaire reads of the transports. */
  alerte(): string | null;
}

/** `senders`: what really speaks to a server. */
export function openNuit(
  createSenders: (elapsed: () => number) => { mail?: MailSender; sms?: SmsSender },
  reglages: ReglagesFictifs = {}
): NuitVirtuelle {
  const fictif = createMoteurFictif({ fenetre: 40, mail: { parallele: 20 }, ...reglages });
  const { chrono, ledger } = fictif;
  const moteur: Moteur = {
    ...fictif,
    clock: () => new Date(SOIR.getTime() + chrono.elapsed()),
    ...createSenders(() => chrono.elapsed()),
  };
  const poste = createPostes(moteur, 'ouvrier').find(({ voie }) => voie === 'soir')!;
  // Its heartbeat, whatever it waits for.
  chrono.wait = async (ms, signal) => {
    if (signal.aborted) return;
    chrono.advance(ms);
    await poste.battement.beat();
  };
  const { signal } = new AbortController();
  const attendent = (): boolean => ledger.envois.some(({ statut }) => statut === 'programme');
  return {
    fictif,
    elapsed: () => chrono.elapsed(),
    async run(ms) {
      for (const fin = chrono.elapsed() + ms; chrono.elapsed() < fin && attendent();) {
        await deliverDue(moteur, poste, await ledger.readEpoque(), signal);
        chrono.advance(TICK_MS);
      }
      await poste.battement.beat();
    },
    alerte: () => ledger.alertes.get(poste.battement.ouvrier) ?? null,
  };
}
