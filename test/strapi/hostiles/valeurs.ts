/** What people paste, what a faulty program sends, what an attacker tries: none may answer 500. */
const NUL = '\u0000';
const DEMI_EMOJI = '\ud83d';

const DATES = [
  '9999-12-31',
  '0000-00-00',
  '0001-01-01',
  '2022-02-30',
  '10000-01-01',
  '-0044-03-15',
  'infinity',
  'now',
  '9999-12-31T23:59:59.999Z',
];
const NOMBRES_ECRITS = ['-1', '0', '1.5', '1e309', '2147483648', '9223372036854775808', 'NaN'];
const NOMS_D_OBJETS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
const PIEGES_DE_LANGAGE = [
  '\\',
  '%',
  '_',
  "'",
  '"',
  ':id',
  '?',
  '??',
  '$1',
  '{',
  '[',
  '(',
  '*',
  '--',
];
const SIGNETS = ['${', '${}', '${__proto__}', '${constructor}', '${action_date#}', '${x|', '$${'];
const TEXTES = [
  '',
  ' ',
  NUL,
  `a${NUL}b`,
  DEMI_EMOJI,
  'fin\udc00',
  '\u202egauche',
  '\r\nBcc: x@y.fr',
  'é'.repeat(300),
  'x'.repeat(100_001),
  '<b>'.repeat(3_000),
];

/** What has already answered 500: every parameter meets one of these; one in three, one of the others too. */
export const REDOUTEES_JSON: readonly unknown[] = [
  ...[NUL, `a${NUL}b`, DEMI_EMOJI, [NUL], [DEMI_EMOJI], 2 ** 31, 2 ** 53, 1e308, [2 ** 31]],
  ...['9999-12-31', '2022-02-30', '__proto__', 'constructor', '\\', 'x'.repeat(300)],
];
export const REDOUTEES_ADRESSE: readonly string[] = [
  ...['%00', 'a%00b', '%ED%A0%80', '%', '%5C', '2147483648', '99999999999999999999'],
  ...['9999-12-31', '__proto__', 'constructor', 'x'.repeat(300)],
];

/** In the place of any field of a JSON body. */
export const VALEURS_JSON: readonly unknown[] = [
  ...TEXTES,
  ...DATES,
  ...NOMBRES_ECRITS,
  ...NOMS_D_OBJETS,
  ...PIEGES_DE_LANGAGE,
  ...SIGNETS,
  ...[0, -1, 1.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308],
  ...[null, true, false],
  ...[[], {}, [[]], [null], [NUL], [DEMI_EMOJI], [2 ** 31], [1e308], ['9999-12-31']],
  { $ne: null },
  { id: NUL },
  { [NUL]: 1 },
  JSON.parse('{"__proto__":{"x":1}}'),
  { constructor: { prototype: { x: 1 } } },
];

/** In the place of a whole body. */
export const CORPS: readonly string[] = [
  '',
  'null',
  '[]',
  '"texte"',
  '0',
  '{',
  '{"a":}',
  '{"data":null}',
  '{"data":[]}',
  '{"\\u0000":1}',
  '{"__proto__":null}',
  '['.repeat(5_000) + ']'.repeat(5_000),
  `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
];

/** In the place of a part of the address, written as it travels. */
export const VALEURS_ADRESSE: readonly string[] = [
  ...[
    '%00',
    'a%00b',
    '%ED%A0%80',
    '%C3%28',
    '%',
    '%zz',
    '%2e%2e%2f',
    '%2F',
    '%5C',
    '%27',
    '%25',
    '%3F',
  ],
  ...[...NOMBRES_ECRITS, ...DATES, ...NOMS_D_OBJETS].map(encodeURIComponent),
  'x'.repeat(300),
  'x'.repeat(4_000),
  '%F0%9F%98%80',
  '%E2%80%AE',
  '%24%7B%7D',
  '%0D%0AX-Test%3A%201',
];

type Forme = (nom: string, valeur: string) => string;

/** The shapes in which one query parameter may come. */
export const FORMES_QUERY: readonly [Forme, ...Forme[]] = [
  (nom, valeur) => `${nom}=${valeur}`,
  (nom, valeur) => `${nom}[]=${valeur}`,
  (nom, valeur) => `${nom}[a]=${valeur}`,
  (nom, valeur) => `${nom}[$ne]=${valeur}`,
  (nom, valeur) => `${nom}[__proto__]=${valeur}`,
  (nom, valeur) => `${nom}=1&${nom}=${valeur}`,
];
