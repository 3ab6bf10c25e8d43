import { defineConfig } from 'vitest/config';

/**
 * Three projects: `unite` needs nothing, `adaptateurs` and `strapi` need PostgreSQL (started once by the
 * global set-up, one fresh database per file), `parcours` needs the built panel and a browser.
 */
export default defineConfig({
  test: {
    // Two cores, one PostgreSQL: files one after the other.
    fileParallelism: false,
    projects: [
      {
        test: {
          name: 'unite',
          // Properties over thousands of texts, on two busy cores.
          testTimeout: 60_000,
          include: [
            'src/plugins/sms-mailing/{core,server,admin}/**/*.test.ts',
            'scripts/**/*.test.ts',
            'test/maison/**/*.test.ts',
            'src/{content-manager-views,installation}/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'adaptateurs',
          include: ['src/plugins/sms-mailing/test/**/*.test.ts'],
          globalSetup: ['test/base-de-donnees.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'strapi',
          include: ['test/strapi/**/*.test.ts'],
          globalSetup: ['test/base-de-donnees.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'parcours',
          include: ['test/parcours/**/*.test.ts'],
          globalSetup: ['test/base-de-donnees.setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
