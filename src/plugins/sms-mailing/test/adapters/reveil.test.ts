import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { listenEnvois } from '../../server/src/adapters/sql/envois/reveil';
import { freshDatabase, type FreshDatabase } from '../../../../../test/strapi/harness';

/** Long enough for any machine; what is expected is not waited for longer than it takes. */
const DELAI_MS = 60_000;

describe('le réveil des ouvriers', () => {
  let base: FreshDatabase;
  let autre: pg.Client;
  beforeAll(async () => {
    base = await freshDatabase({ empty: true });
    autre = new pg.Client({ connectionString: base.url });
    await autre.connect();
  });
  afterAll(async () => {
    await autre.end();
    await base.drop();
  });

  /** As Strapi keeps them: an address, or its parts; `schema` and `ssl` beside. */
  const connexions = (): [string, pg.ClientConfig & { schema: string }][] => {
    const { hostname, port, username, password, pathname } = new URL(base.url);
    const commun = { ssl: false, schema: 'public' };
    return [
      ['une adresse', { connectionString: base.url, ...commun }],
      [
        'le détail',
        {
          host: hostname,
          port: Number(port),
          user: username,
          password: decodeURIComponent(password),
          database: pathname.slice(1),
          ...commun,
        },
      ],
    ];
  };

  it.each([0, 1])(
    'entend ce qui est dû tout de suite, la base donnée comme Strapi la garde (%i)',
    async (rang) => {
      const onEnvoi = vi.fn();
      const close = listenEnvois(connexions()[rang]![1], onEnvoi);
      await vi.waitFor(() => expect(onEnvoi).toHaveBeenCalledTimes(1), DELAI_MS);
      await autre.query(`SELECT pg_notify('sms_envois', '')`);
      await vi.waitFor(() => expect(onEnvoi).toHaveBeenCalledTimes(2), DELAI_MS);
      await close();
    }
  );

  it('à la fin d’un repentir, et pas avant', async () => {
    const onEnvoi = vi.fn();
    const close = listenEnvois({ connectionString: base.url }, onEnvoi);
    await vi.waitFor(() => expect(onEnvoi).toHaveBeenCalledTimes(1), DELAI_MS);
    const debut = performance.now();
    await autre.query(`SELECT pg_notify('sms_envois', '600')`);
    await vi.waitFor(() => expect(onEnvoi).toHaveBeenCalledTimes(2), DELAI_MS);
    expect(performance.now() - debut).toBeGreaterThan(600);
    await close();
  });

  it('coupé par la base, se remet à l’écoute et regarde ce qu’il a manqué, sans rien laisser derrière', async () => {
    const onEnvoi = vi.fn();
    const close = listenEnvois({ connectionString: base.url }, onEnvoi);
    await vi.waitFor(() => expect(onEnvoi).toHaveBeenCalledTimes(1), DELAI_MS);
    await autre.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query = 'LISTEN sms_envois'`);
    await vi.waitFor(() => expect(onEnvoi).toHaveBeenCalledTimes(2), DELAI_MS);
    await close();
    const ecoutes = `SELECT count(*)::int AS n FROM pg_stat_activity
      WHERE datname = current_database() AND query = 'LISTEN sms_envois'`;
    await vi.waitFor(
      async () => expect((await autre.query(ecoutes)).rows).toEqual([{ n: 0 }]),
      DELAI_MS
    );
  });
});
