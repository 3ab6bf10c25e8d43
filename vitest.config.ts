import { defineConfig } from 'vitest/config';

/**
 * A time-out tells a test that hangs from one that works, never a slow machine from a fast one: far beyond what the
 * slowest takes on a busy one.
 */
const LONG = { testTimeout: 900_000, hookTimeout: 900_000 };
/** For a value of a page to become what is expected. */
const ATTENTE = { poll: { timeout: 60_000 } };
const OUVRIERS = { setupFiles: ['test/fin-du-parent.setup.ts'] };

/**
 * Three projects: `unite` needs nothing, `adaptateurs` and `strapi` need PostgreSQL (started once by the
 * global set-up, one fresh database per file), `parcours` needs the built panel and a browser.
 */
export default defineConfig({
  test: {
    // Two files at once, each in a process that serves several: Strapi is read and compiled once in each, not once a file.
    pool: 'forks',
    poolOptions: { forks: { isolate: false, minForks: 1, maxForks: 2 } },
    projects: [
      {
        test: {
          name: 'unite',
          testTimeout: 180_000,
          ...OUVRIERS,
          include: [
            'src/plugins/sms-mailing/{core,server,admin}/**/*.test.ts',
            'scripts/**/*.test.ts',
            'test/maison/**/*.test.ts',
            'src/{admin,content-manager-views,installation}/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'adaptateurs',
          include: ['src/plugins/sms-mailing/test/**/*.test.ts'],
          globalSetup: ['test/base-de-donnees.setup.ts'],
          ...LONG,
          ...OUVRIERS,
        },
      },
      {
        test: {
          name: 'strapi',
          include: ['test/strapi/**/*.test.ts'],
          globalSetup: ['test/base-de-donnees.setup.ts'],
          ...LONG,
          ...OUVRIERS,
        },
      },
      {
        test: {
          name: 'parcours',
          include: ['test/parcours/**/*.test.ts'],
          globalSetup: ['test/base-de-donnees.setup.ts'],
          ...LONG,
          ...OUVRIERS,
          expect: ATTENTE,
        },
      },
    ],
  },
});
