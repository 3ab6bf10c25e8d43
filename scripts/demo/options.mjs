import { parseArgs } from 'node:util';
import { ScriptError } from '../lib/console.mjs';

const AIDE = `npm run demo -- [options]
  --entrepreneurs N   entrepreneurs inventés, en plus de ceux du guide (2000)
  --actions N         actions inventées, en plus de celles du guide (300)
  --check             joue une soirée sur une base à part, vérifie ce qui arrive, s'arrête ; rend un code
  --neuf              refait la base de démonstration au lieu de reprendre celle qui existe
  --aide              ce texte`;

const OPTIONS = {
  entrepreneurs: { type: 'string', default: '2000' },
  actions: { type: 'string', default: '300' },
  check: { type: 'boolean', default: false },
  neuf: { type: 'boolean', default: false },
  aide: { type: 'boolean', default: false },
};

/** The command line; `aide` is the text to print, or null. */
export function readOptions(args) {
  const values = parse(args);
  return {
    entrepreneurs: readNombre(values, 'entrepreneurs'),
    actions: readNombre(values, 'actions'),
    check: values.check,
    neuf: values.neuf,
    aide: values.aide ? AIDE : null,
  };
}

function parse(args) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch {
    throw new ScriptError(`Cette commande ne se comprend pas : ${args.join(' ')}\n${AIDE}`);
  }
}

function readNombre(values, nom) {
  if (!/^\d{1,6}$/.test(values[nom])) {
    throw new ScriptError(`--${nom} attend un nombre entier, par exemple 500.`);
  }
  return Number(values[nom]);
}
