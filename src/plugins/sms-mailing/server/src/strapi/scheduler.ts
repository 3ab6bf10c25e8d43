import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Core } from '@strapi/strapi';
import type { Application } from './compose';
import { startOuvrier, type Ouvrier } from './ouvrier';

const TACHE = 'sms-mailing.envois-du-soir';
/** Room for the poste at the end of `sms_ouvriers.nom`. */
const NOM_MAX = 60;

/** `0 0 19 * * *` for '19:00'. */
function cronRule(heure: string): string {
  const [heures = '19', minutes = '0'] = heure.split(':');
  return `0 ${String(Number(minutes))} ${String(Number(heures))} * * *`;
}

/** Rings at the hour and in the zone of the settings, whoever changes them. */
function createReveil(strapi: Core.Strapi, task: () => Promise<void>) {
  let posee = '';
  return {
    set({ heure, zone }: { heure: string; zone: string }): void {
      const rule = cronRule(heure);
      if (posee === `${rule} ${zone}`) {
        return;
      }
      if (posee !== '') {
        strapi.cron.remove(TACHE);
      }
      strapi.cron.add({ [TACHE]: { task, options: { rule, tz: zone } } });
      posee = `${rule} ${zone}`;
    },
    stop: () => strapi.cron.remove(TACHE),
  };
}

/**
 * An ouvrier in Strapi's process, woken at 19h sharp besides its own ticks. `open`: the application under the
 * settings of now.
 */
export function startScheduler(
  strapi: Core.Strapi,
  app: Application,
  open: () => Promise<Application>
): Pick<Ouvrier, 'stop'> {
  const nom = `${hostname()}.${String(process.pid)}.${randomUUID().slice(0, 8)}`.slice(-NOM_MAX);
  const reveil = createReveil(strapi, () => ouvrier.tick());
  reveil.set(app.moteur.reglages);
  const ouvrier = startOuvrier(app, nom, async () => {
    const courante = await open();
    reveil.set(courante.moteur.reglages);
    return courante;
  });
  return {
    async stop(): Promise<void> {
      reveil.stop();
      await ouvrier.stop();
    },
  };
}
