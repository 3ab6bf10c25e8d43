import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Core } from '@strapi/strapi';
import type { Application } from './compose';

/** A restart at 19:00 loses nothing: what is due leaves at the next tick (decision F17: at most 30 s). */
const TICK_MS = 15_000;
const BATTEMENT_MS = 5_000;
const TACHE = 'sms-mailing.envois-du-soir';

export interface Scheduler {
  /** A tick as soon as the one under way ends. */
  wake(): void;
  /** Lets the envois on the wire come back, gives back the others. */
  stop(): Promise<void>;
}

/** Ticks never overlap in one process; several processes may tick at once. */
export function startScheduler(strapi: Core.Strapi, app: Application): Scheduler {
  const ouvrier = `${hostname()}.${String(process.pid)}.${randomUUID().slice(0, 8)}`.slice(-80);
  const arret = new AbortController();
  let enCours: Promise<void> | null = null;
  const demande = { encore: false };

  async function run(): Promise<void> {
    do {
      demande.encore = false;
      try {
        await app.runTick(ouvrier, arret.signal);
      } catch (erreur) {
        strapi.log.error(
          `Envois : ${erreur instanceof Error ? (erreur.stack ?? erreur.message) : String(erreur)}`
        );
      }
    } while (demande.encore && !arret.signal.aborted);
  }

  function wake(): void {
    demande.encore = true;
    enCours ??= run().finally(() => {
      enCours = null;
    });
  }

  function tickFromCron(): Promise<void> {
    wake();
    return Promise.resolve();
  }

  const { heure, zone } = app.reglages;
  const [heures = '19', minutes = '0'] = heure.split(':');
  strapi.cron.add({
    [TACHE]: {
      task: tickFromCron,
      options: { rule: `0 ${minutes} ${heures} * * *`, tz: zone },
    },
  });
  const tick = setInterval(wake, TICK_MS);
  const battement = setInterval(() => {
    app.moteur.ouvriers.beat(ouvrier).catch((erreur: unknown) => {
      strapi.log.error(`Battement de l’ouvrier : ${String(erreur)}`);
    });
  }, BATTEMENT_MS);
  const close = app.listenEnvois(wake);
  wake();

  return {
    wake,
    async stop(): Promise<void> {
      arret.abort();
      clearInterval(tick);
      clearInterval(battement);
      strapi.cron.remove(TACHE);
      await close();
      await enCours;
      await app.moteur.ouvriers.leave(ouvrier);
    },
  };
}
