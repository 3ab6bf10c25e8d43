import { deliverDue } from '../../server/src/services/livrer/deliver-due';
import { createPostes } from '../../server/src/services/soiree/run-tick';
import type { Moteur } from '../../server/src/services/ports/moteur';
import { createMoteurFictif, SOIR, type MoteurFictif, type ReglagesFictifs } from './moteur-fictif';

const TICK_MS = 15_000;
const BATTEMENT_MS = 5_000;

/**
 * An evening and the night after it, on a clock of its own, against a real server. Time moves only once every message
 * on the wire has its answer: how fast this machine is changes nothing.
 */
export interface NuitVirtuelle {
  readonly fictif: MoteurFictif;
  /** Milliseconds since 19h. */
  elapsed(): number;
  /** Ticks for so long, or until nothing waits any more. */
  run(ms: number): Promise<void>;
  /** What the gestionnaire reads of the transports. */
  alerte(): string | null;
}

type Senders = Partial<Pick<Moteur, 'mail' | 'sms'>>;

interface Fil {
  watch(senders: Senders): Senders;
  /** Resolves when nothing is on the wire, nor about to be. */
  calme(): Promise<void>;
}

function createFil(): Fil {
  const enVol = new Set<Promise<unknown>>();
  const follow = <T>(remise: Promise<T>): Promise<T> => {
    enVol.add(remise);
    return remise.finally(() => enVol.delete(remise));
  };
  const settled = (): Promise<void> => new Promise((suite) => setImmediate(suite));
  return {
    watch: ({ mail, sms }) => ({
      ...(mail && { mail: { ...mail, send: (...args) => follow(mail.send(...args)) } }),
      ...(sms && { sms: { ...sms, send: (message) => follow(sms.send(message)) } }),
    }),
    async calme() {
      await settled();
      while (enVol.size > 0) {
        await Promise.allSettled(enVol);
        await settled();
      }
    },
  };
}

/** `createSenders`: what really speaks to a server. */
export function openNuit(
  createSenders: (elapsed: () => number) => Senders,
  reglages: ReglagesFictifs = {}
): NuitVirtuelle {
  const fictif = createMoteurFictif({ fenetre: 40, mail: { parallele: 20 }, ...reglages });
  const { chrono, ledger } = fictif;
  const fil = createFil();
  const moteur: Moteur = {
    ...fictif,
    clock: () => new Date(SOIR.getTime() + chrono.elapsed()),
    ...fil.watch(createSenders(() => chrono.elapsed())),
  };
  const poste = createPostes(moteur, 'ouvrier').find(({ voie }) => voie === 'soir')!;

  let fin = 0;
  let arret = new AbortController();

  /** Its heart beats meanwhile, as in the process that delivers; what outlives the time asked for is stopped there. */
  async function pass(ms: number): Promise<void> {
    await fil.calme();
    const jusqua = Math.min(fin, chrono.elapsed() + ms);
    while (chrono.elapsed() < jusqua) {
      chrono.advance(Math.min(BATTEMENT_MS, jusqua - chrono.elapsed()));
      await poste.battement.beat();
    }
    if (chrono.elapsed() >= fin) arret.abort();
  }

  chrono.wait = async (ms, signal) => (signal.aborted ? undefined : pass(ms));
  const attendent = (): boolean => ledger.envois.some(({ statut }) => statut === 'programme');
  return {
    fictif,
    elapsed: () => chrono.elapsed(),
    async run(ms) {
      fin = chrono.elapsed() + ms;
      arret = new AbortController();
      while (chrono.elapsed() < fin && attendent()) {
        await deliverDue(moteur, poste, await ledger.readEpoque(), arret.signal);
        await pass(TICK_MS);
      }
      await poste.battement.beat();
    },
    alerte: () => ledger.alertes.get(poste.battement.ouvrier) ?? null,
  };
}
