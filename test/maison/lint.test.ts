import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

const PLUGIN = 'src/plugins/sms-mailing';
const SYNTAX_RULES = [
  'no-restricted-globals',
  'no-restricted-syntax',
  'max-lines',
  'max-lines-per-function',
  'complexity',
  'max-params',
] as const;

const eslint = new ESLint();
const linter = new Linter();

/** The findings of the rules that need no types, as eslint.config.mjs sets them for `filePath`. */
async function findings(filePath: string, code: string): Promise<string[]> {
  const { rules = {} } = (await eslint.calculateConfigForFile(filePath)) as Linter.Config;
  const kept = Object.fromEntries(SYNTAX_RULES.map((name) => [name, rules[name] ?? 'off']));
  const config = {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parser: tseslint.parser as Linter.Parser,
      parserOptions: { ecmaFeatures: { jsx: filePath.endsWith('x') } },
    },
    rules: kept,
  };
  return linter.verify(code, config, filePath).map(({ ruleId, message }) => ruleId ?? message);
}

const CLOCKS = ['new Date();', 'Date();', 'Date.now();', 'setTimeout(f, 1);', 'setInterval(f, 1);'];
const WORLD = ['strapi.log;', 'process.env;', "fetch('x');", 'globalThis.strapi;'];
const PURE_ROOMS = [`${PLUGIN}/core/signet.ts`, `${PLUGIN}/server/src/services/modele/save.ts`];

function lengthOf(lines: number): string {
  return `export function longue() {\n${'void 0;\n'.repeat(lines - 2)}}\n`;
}

describe.each(PURE_ROOMS)('dans %s', (file) => {
  it.each(CLOCKS)('%s est refusé : l’heure est un argument', async (code) => {
    expect(await findings(file, code)).toEqual([expect.stringMatching(/^no-restricted-/)]);
  });

  it.each(WORLD)('%s est refusé : le monde passe par un port', async (code) => {
    expect(await findings(file, code)).toEqual(['no-restricted-globals']);
  });

  it('une date qui vient d’un argument est admise', async () => {
    expect(await findings(file, 'export const d = (now: number) => new Date(now);')).toEqual([]);
  });
});

describe('partout', () => {
  it('un adaptateur lit l’heure et le réseau', async () => {
    const code = "new Date(); fetch('x'); setTimeout(f, 1);";
    expect(await findings(`${PLUGIN}/server/src/adapters/sms/twilio.ts`, code)).toEqual([]);
  });

  it.each(["export * from './a';", "export { a } from './a';"])(
    '%s est refusé : pas de fichier-tonneau',
    async (code) => {
      expect(await findings(`${PLUGIN}/server/src/strapi/routes.ts`, code)).toEqual([
        'no-restricted-syntax',
      ]);
    }
  );

  it.each([
    ['une fonction de 61 lignes', 'core/a.ts', lengthOf(61), 'max-lines-per-function'],
    ['un composant de 121 lignes', 'admin/src/A.tsx', lengthOf(121), 'max-lines-per-function'],
    ['un fichier de 251 lignes', 'core/a.ts', 'void 0;\n'.repeat(251), 'max-lines'],
    ['cinq paramètres', 'core/a.ts', 'export const f = (a, b, c, d, e) => a;', 'max-params'],
    ['onze chemins', 'core/a.ts', `export const f = (a) => ${'a && '.repeat(10)}a;`, 'complexity'],
  ])('%s est refusé', async (_, file, code, rule) => {
    expect(await findings(`${PLUGIN}/${file}`, code)).toEqual([rule]);
  });

  it('un composant de 120 lignes et un test de 200 sont admis', async () => {
    expect(await findings(`${PLUGIN}/admin/src/A.tsx`, lengthOf(120))).toEqual([]);
    expect(await findings(`${PLUGIN}/core/a.test.ts`, lengthOf(200))).toEqual([]);
  });

  it('un test ne remplace pas un module en douce', async () => {
    expect(await findings(`${PLUGIN}/core/a.test.ts`, "vi.mock('./b');")).toEqual([
      'no-restricted-syntax',
    ]);
  });

  it('aucune règle n’est un simple avertissement', async () => {
    for (const file of [...PURE_ROOMS, `${PLUGIN}/admin/src/A.tsx`, 'scripts/demo.mjs']) {
      const { rules = {} } = (await eslint.calculateConfigForFile(file)) as Linter.Config;
      const levels = Object.values(rules).map((rule) => (Array.isArray(rule) ? rule[0] : rule));
      expect(levels.filter((level) => level === 1 || level === 'warn')).toEqual([]);
    }
  });
});
