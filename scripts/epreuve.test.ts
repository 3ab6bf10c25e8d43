import { describe, expect, it } from 'vitest';
import { lance } from '../test/strapi/lance';

const play = (...args: string[]) => lance(process.execPath, ['scripts/epreuve.mjs', ...args]);

describe('npm run epreuve', () => {
  it.each([[], ['../test'], ['versions.mjs']])(
    'sans un nom connu (%j), dit lesquels',
    async (...args) => {
      const { code, stderr } = await play(...args);
      expect(stderr).toMatch(
        /^✗ Choisissez une épreuve : npm run epreuve -- <nom>, parmi .*versions/
      );
      expect(code).toBe(1);
    }
  );

  it.each([
    [['--node', '18'], '--node attend 20, 22, 24.'],
    [['--postgres', 'constructor'], '--postgres attend 15, 16, 17, 18.'],
    [['--locale', 'de'], '--locale attend fr, C.'],
    [['test/strapi'], 'Cette commande ne se comprend pas : test/strapi'],
  ])('d’un choix impossible (%j), dit ce qui l’est', async (args, phrase) => {
    const { code, stderr } = await play('versions', ...args);
    expect(stderr).toContain(`✗ ${phrase}`);
    expect(code).toBe(1);
  });
});
