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

/** An ouvrier in Strapi's process, woken at 19h sharp besides its own ticks. */
export function startScheduler(strapi: Core.Strapi, app: Application): Pick<Ouvrier, 'stop'> {
  const nom = `${hostname()}.${String(process.pid)}.${randomUUID().slice(0, 8)}`.slice(-NOM_MAX);
  const ouvrier = startOuvrier(app, nom);
  const { heure, zone } = app.reglages;
  strapi.cron.add({
    [TACHE]: { task: () => ouvrier.tick(), options: { rule: cronRule(heure), tz: zone } },
  });
  return {
    async stop(): Promise<void> {
      strapi.cron.remove(TACHE);
      await ouvrier.stop();
    },
  };
}
