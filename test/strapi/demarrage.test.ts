import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from './harness';
import { agentFor, anonymous, findRole, freshDatabase, startApp, stopApp } from './harness';

describe('une installation neuve', () => {
  let app: App;
  const traces: string[] = [];

  beforeAll(async () => {
    app = await startApp({
      database: await freshDatabase({ empty: true }),
      onTrace: (ligne) => traces.push(ligne),
    });
  });
  afterAll(async () => {
    await stopApp(app);
  });

  it('charge le module sms-mailing', () => {
    expect(Object.keys(app.strapi.plugins)).toContain('sms-mailing');
  });

  it('tourne en temps universel', () => {
    expect(process.env.TZ).toBe('UTC');
    expect(new Date(2022, 6, 1).getTimezoneOffset()).toBe(0);
  });

  it('attend le disque pour ce qui s’écrit, quel que soit le réglage du serveur', async () => {
    const { rows } = await app.strapi.db.connection.raw<{ rows: unknown[] }>(
      `SELECT setting, reset_val FROM pg_settings WHERE name = 'synchronous_commit'`
    );
    // That of the server of tests.
    expect(rows).toEqual([{ setting: 'on', reset_val: 'off' }]);
  });

  it('dit ce que PostgreSQL peut perdre de ce qu’il a écrit, et rien d’autre', async () => {
    const { rows } = await app.strapi.db.connection.raw<{ rows: { name: string }[] }>(
      `SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes') AND setting = 'off'`
    );
    const eteints = rows.map(({ name }) => name).sort();
    // That of the server of tests.
    expect(eteints).toEqual(['fsync', 'full_page_writes']);
    const dites = traces.map((ligne) => /PostgreSQL tourne avec (\w+) = off/.exec(ligne)?.[1]);
    expect(dites.filter((nom) => nom !== undefined).sort()).toEqual(eteints);
    expect(traces.join()).toContain('Remettez fsync = on dans sa configuration');
  });

  it('garde le rôle Super Admin de Strapi', async () => {
    expect(await findRole(app, 'strapi-super-admin')).toBeTruthy();
  });

  it('n’a aucun jeton d’API par défaut', async () => {
    expect(await app.strapi.db.query('admin::api-token').count()).toBe(0);
  });

  it('ferme l’inscription publique', async () => {
    const response = await anonymous(app)
      .post('/api/auth/local/register')
      .send({ username: 'intrus', email: 'intrus@exemple.fr', password: 'Mot-de-passe-1' });
    expect(response.status).toBe(401);
    const settings = await app.strapi
      .store({ type: 'plugin', name: 'users-permissions', key: 'advanced' })
      .get({});
    expect(settings).toMatchObject({ allow_register: false, email_confirmation: true });
  });

  it('ne donne aucun droit au public', async () => {
    const rights = await app.strapi
      .query('plugin::users-permissions.permission')
      .count({ where: { role: { type: 'public' } } });
    expect(rights).toBe(0);
  });

  it.each(['/email', '/api/email'])('refuse d’envoyer un e-mail par POST %s', async (path) => {
    const superAdmin = await agentFor(app, 'strapi-super-admin');
    const response = await superAdmin
      .post(path)
      .send({ to: 'a@exemple.fr', subject: 'x', text: 'x' });
    expect(response.status).toBe(405);
  });

  it('range le français comme un Français, quelle que soit la machine', async () => {
    const { rows } = await app.strapi.db.connection.raw<{ rows: { mot: string }[] }>(
      `SELECT mot FROM (VALUES ('zèbre'), ('Évry'), ('eau'), ('étude')) AS mots(mot) ORDER BY mot`
    );
    expect(rows.map((row) => row.mot)).toEqual(['eau', 'étude', 'Évry', 'zèbre']);
  });
});

describe('les paquets installés', () => {
  it('n’ont qu’un nodemailer, en version 10.6 ou plus', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { version?: string }>;
    };
    const versions = Object.entries(lock.packages)
      .filter(([path]) => path.endsWith('node_modules/nodemailer'))
      .map(([, entry]) => entry.version ?? '');
    expect(versions).toHaveLength(1);
    const [major = 0, minor = 0] = (versions[0] ?? '').split('.').map(Number);
    expect(major * 1000 + minor).toBeGreaterThanOrEqual(10_006);
  });
});
