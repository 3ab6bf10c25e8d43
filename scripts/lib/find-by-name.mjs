import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ScriptError } from './console.mjs';

/** The URL of the script called `name` in `folder`; `phrase` tells whoever gave another how to choose. */
export function findByName(folder, name, phrase) {
  const known = fs
    .readdirSync(folder)
    .filter((entry) => entry.endsWith('.mjs'))
    .map((entry) => path.basename(entry, '.mjs'));
  if (!known.includes(name)) {
    throw new ScriptError(`${phrase}, parmi ${known.join(', ')}.`);
  }
  return pathToFileURL(path.join(folder, `${name}.mjs`)).href;
}
