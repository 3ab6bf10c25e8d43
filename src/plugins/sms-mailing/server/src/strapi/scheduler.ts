import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Core } from '@strapi/strapi';
import type { Application } from './compose';

/** A restart at 19:00 loses nothing: what is due leaves at the next tick (decision F17: at most 30 s). */
const TICK_MS = 15_000;
const BATTEMENT_MS = 5_000;
const TACHE = 'sms-mailing.envois-du-soir';

export interface Scheduler {
  /** Lets the envois on the wire come back, gives back the others. */
  stop(): Promise<void>;
}

interface Runner {
  wake: () => void;
  idle: () => Promise<void>;
}

/** Ticks never overlap in one process; several processes may tick at once. */
function createRunner(tick: () => Promise<unknown>, onErreur: (erreur: unknown) => void): Runner {
  let enCours: Promise<void> | null = null;
  const demandes = new Set<'tick'>();

  async function run(): Promise<void> {
    while (demandes.delete('tick')) {
      await tick().catch(onErreur);
    }
  }

  return {
    wake(): void {
      demandes.add('tick');
      enCours ??= run().finally(() => {
        enCours = null;
      });
    },
    async idle(): Promise<void> {
      await enCours;
    },
  };
}

/** `0 0 19 * * *` for '19:00'. */
function cronRule(heure: string): string {
  const [heures = '19', minutes = '0'] = heure.split(':');
  return `0 ${String(Number(minutes))} ${String(Number(heures))} * * *`;
}

export function startScheduler(strapi: Core.Strapi, app: Application): Scheduler {
  const ouvrier = `${hostname()}.${String(process.pid)}.${randomUUID().slice(0, 8)}`.slice(-80);
  const arret = new AbortController();
  const onErreur = (erreur: unknown): void => {
    const texte = erreur instanceof Error ? (erreur.stack ?? erreur.message) : String(erreur);
    strapi.log.error(`Envois : ${texte}`);
  };
  const runner = createRunner(() => app.runTick(ouvrier, arret.signal), onErreur);
  const task = async (): Promise<void> => {
    runner.wake();
    await runner.idle();
  };
  const { heure, zone } = app.reglages;
  strapi.cron.add({ [TACHE]: { task, options: { rule: cronRule(heure), tz: zone } } });
  const tick = setInterval(runner.wake, TICK_MS);
  const battement = setInterval(() => {
    app.moteur.ouvriers.beat(ouvrier).catch(onErreur);
  }, BATTEMENT_MS);
  const close = app.listenEnvois(runner.wake);
  runner.wake();

  return {
    async stop(): Promise<void> {
      arret.abort();
      clearInterval(tick);
      clearInterval(battement);
      strapi.cron.remove(TACHE);
      await close();
      await runner.idle();
      await app.moteur.ouvriers.leave(ouvrier);
    },
  };
}
