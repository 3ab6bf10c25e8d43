import { defineConfig, globalIgnores } from 'eslint/config';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * The rules of the house that a linter can hold (CONTRIBUTING.md). Every finding is an error: a
 * warning is a rule nobody decided on. Imports between rooms are held by .dependency-cruiser.cjs.
 */

const ROOMS = {
  pure: ['src/plugins/*/core/**/*.ts', 'src/plugins/*/server/src/services/**/*.ts'],
  anyTolerated: [
    'src/plugins/*/server/src/strapi/**/*.ts',
    'src/plugins/*/server/src/adapters/sql/**/*.ts',
    // Strapi's own glue, outside the plugin: Content Manager views, doors.
    'src/content-manager-views/**/*.ts',
    'src/doors/**/*.ts',
  ],
  // Tables of invented people and actions, written as functions of a date.
  seed: ['scripts/seed/**/*.mjs', 'scripts/demo/**/*.mjs'],
  admin: ['src/admin/**/*.{ts,tsx}', 'src/plugins/*/admin/**/*.{ts,tsx}'],
  tests: ['**/*.test.ts', '**/*.setup.ts', 'test/**/*.ts', 'src/plugins/*/test/**/*.ts'],
  scripts: ['**/*.{js,mjs,cjs}'],
};

const NO_BARRELS = [
  {
    selector: 'ExportAllDeclaration, ExportNamedDeclaration[source]',
    message: 'Pas de fichier-tonneau : importer depuis le fichier qui définit le nom.',
  },
];

const NO_CLOCK = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Pas d’horloge ici : `now` est un argument.',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: 'Pas d’horloge ici : `now` est un argument.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Pas d’horloge ici : `now` est un argument.',
  },
];

const TEST_MANNERS = [
  {
    selector: "MemberExpression[object.name='vi'][property.name=/^(mock|doMock)$/]",
    message: 'Rien n’est simulé en douce : passer un port de test/fakes, jamais `strapi`.',
  },
  {
    selector: 'CallExpression[callee.name=/^(it|test)$/] > Literal[value=/\\bshould\\b/i]',
    message: 'Le titre d’un test énonce la règle au présent, en français.',
  },
  {
    selector: "MemberExpression[object.name=/^(it|test|describe)$/][property.name='only']",
    message: '`only` fait taire tous les autres tests.',
  },
];

const NO_WORLD = [
  'strapi',
  'process',
  'globalThis',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
].map((name) => ({
  name,
  message: 'core et services ne connaissent ni Strapi, ni le processus, ni le réseau, ni l’heure.',
}));

/** eslint:recommended, read from ESLint itself rather than from one more package. */
const JS_RECOMMENDED = Object.fromEntries(
  [...builtinRules].filter(([, rule]) => rule.meta?.docs?.recommended).map(([n]) => [n, 'error'])
);

const NODE_GLOBALS = Object.fromEntries(
  [
    'AbortController',
    'AbortSignal',
    'Buffer',
    'TextDecoder',
    'TextEncoder',
    'URL',
    'URLSearchParams',
    'clearInterval',
    'clearTimeout',
    'console',
    'fetch',
    'performance',
    'process',
    'setImmediate',
    'setInterval',
    'setTimeout',
    'structuredClone',
  ].map((name) => [name, 'readonly'])
);

const lines = (max) => ['error', { max, skipBlankLines: false, skipComments: false }];

/** A plugin's « warn » is promoted: here a rule holds or is absent. */
const asErrors = (rules) =>
  Object.fromEntries(Object.entries(rules).map(([name, level]) => [name, level && 'error']));

export default defineConfig(
  globalIgnores([
    'dist/',
    'build/',
    'coverage/',
    '.cache/',
    '.strapi/',
    '.tmp/',
    'public/',
    'types/generated/',
  ]),

  {
    name: 'maison/tailles',
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': lines(250),
      'max-lines-per-function': lines(60),
      complexity: ['error', 10],
      'max-params': ['error', 4],
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', ...NO_BARRELS],
    },
  },

  {
    name: 'maison/scripts',
    files: ROOMS.scripts,
    languageOptions: { ecmaVersion: 2024, sourceType: 'module', globals: NODE_GLOBALS },
    rules: JS_RECOMMENDED,
  },
  {
    name: 'maison/commonjs',
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { __dirname: 'readonly', __filename: 'readonly' },
    },
  },

  {
    name: 'maison/typescript',
    files: ['**/*.{ts,tsx}'],
    extends: [{ rules: JS_RECOMMENDED }, tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'tsconfig.test.json', 'src/admin/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Spreading a string cuts it at code points: signets and SMS are counted that way on purpose.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-console': 'error',
    },
  },
  {
    name: 'maison/tsx',
    files: ['**/*.tsx'],
    rules: { 'max-lines-per-function': lines(120) },
  },

  {
    name: 'maison/core-et-services',
    files: ROOMS.pure,
    ignores: ROOMS.tests,
    rules: {
      'no-restricted-globals': ['error', ...NO_WORLD],
      'no-restricted-syntax': ['error', ...NO_BARRELS, ...NO_CLOCK],
    },
  },
  {
    name: 'maison/any-toléré',
    files: ROOMS.anyTolerated,
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      // no-unsafe-return stays: what leaves a function has been parsed.
    },
  },
  {
    name: 'maison/admin',
    files: ROOMS.admin,
    plugins: { 'react-hooks': reactHooks },
    rules: asErrors(reactHooks.configs.flat.recommended.rules),
  },
  {
    name: 'maison/jeu-de-données',
    files: ROOMS.seed,
    rules: { 'max-lines-per-function': 'off', 'max-params': ['error', 5] },
  },
  {
    name: 'maison/tests',
    files: ROOMS.tests,
    rules: {
      'max-lines-per-function': 'off',
      'no-console': 'off',
      'no-restricted-syntax': ['error', ...NO_BARRELS, ...TEST_MANNERS],
      // In a test, a missing element is a red test: that is the point of it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A fake keeps the asynchronous shape of its port without waiting for anything.
      '@typescript-eslint/require-await': 'off',
      // `allow: ['string']` above does not reach literal types, which fill the tables of cases.
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    name: 'maison/bancs',
    files: ['bench/**/*.ts', 'scripts/**/*.ts'],
    rules: { 'no-console': 'off' },
  }
);
