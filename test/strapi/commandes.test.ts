import { afterEach, expect, it, vi } from 'vitest';
import { startApp, stopApp, type App, type StartOptions } from './harness';

const TACHE = 'sms-mailing.envois-du-soir';
const { argv } = process;
let app: App | null = null;

async function start(options: StartOptions, ...commande: string[]): Promise<App> {
  process.argv = [...argv.slice(0, 2), ...commande];
  app = await startApp({ ...options, env: { SMS_MAILING_SCHEDULER: 'on' } });
  return app;
}

const listTaches = ({ strapi }: App): string[] =>
  strapi.cron.jobs.map(({ name }: { name: string | null }) => name ?? '');

const countOuvriers = async ({ strapi }: App): Promise<number> =>
  Number((await strapi.db.connection('sms_ouvriers').count({ n: '*' }))[0]?.['n']);

afterEach(async () => {
  process.argv = argv;
  if (app !== null) {
    await stopApp(app);
    app = null;
  }
});

it('une commande qui charge l’application n’arme pas l’envoi du soir et ne se dit pas ouvrier', async () => {
  const commande = await start({}, 'admin:create-user');
  expect(listTaches(commande)).not.toContain(TACHE);
  expect(await countOuvriers(commande)).toBe(0);
});

it.each([[['console']], [['--debug', 'console']]])(
  'strapi %j écoute comme l’application, mais n’envoie pas à sa place',
  async (commande) => {
    const ouverte = await start({ listen: true }, ...commande);
    expect(listTaches(ouverte)).not.toContain(TACHE);
    expect(await countOuvriers(ouverte)).toBe(0);
  }
);

it('l’application qui écoute arme l’envoi du soir et se dit ouvrier', async () => {
  const ouverte = await start({ listen: true }, 'start');
  expect(listTaches(ouverte)).toContain(TACHE);
  await vi.waitUntil(async () => (await countOuvriers(ouverte)) > 0, { timeout: 60_000 });
});
