import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import type { ICruiseOptions, ICruiseResult } from 'dependency-cruiser';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

export type Files = Readonly<Record<string, string>>;

/** Runs `visit` in a throw-away directory that holds `files`. */
export async function inSmallHouse<T>(
  files: Files,
  visit: (root: string) => Promise<T>
): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'maison-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    }
    return await visit(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** The layer rules as `npx depcruise` reads them. */
export function layerRules(): Promise<ICruiseOptions> {
  return extractDepcruiseOptions(resolve('.dependency-cruiser.cjs'));
}

export async function cruiseHouse(
  baseDir: string,
  options: ICruiseOptions,
  folder = 'src'
): Promise<ICruiseResult> {
  const { output } = await cruise([folder], { ...options, baseDir, cache: false });
  if (typeof output === 'string') {
    throw new TypeError('dependency-cruiser a rendu du texte au lieu d’un résultat');
  }
  return output;
}
