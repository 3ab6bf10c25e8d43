import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from '../../scripts/lib/root.mjs';

const require = createRequire(import.meta.url);

/** A module of the plugin as it runs in production: `fromPlugin('server/src/adapters/sql/…/campagnes')`. */
export function fromPlugin(file) {
  return require(path.join(ROOT, 'dist', 'src', 'plugins', 'sms-mailing', `${file}.js`));
}

/** Milliseconds that the work takes; what `before` does is not counted. */
async function time(work, before) {
  await before?.();
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/**
 * Two ways of doing the same thing, each once to warm up, then in turns: whatever else the machine does
 * weighs on both. Resolves to the medians, in milliseconds.
 */
export async function compare({ ours, bare, before, runs = 3 }) {
  const times = { ours: [], bare: [] };
  await time(ours, before);
  await time(bare, before);
  for (let run = 0; run < runs; run += 1) {
    times.ours.push(await time(ours, before));
    times.bare.push(await time(bare, before));
  }
  return { ours: median(times.ours), bare: median(times.bare) };
}

/**
 * Several ways of doing the same thing, `{ work, before }` by name, in turns: the medians, in milliseconds, under the
 * same names. The process has warmed up.
 */
export async function alternate(manieres, runs = 3) {
  const noms = Object.keys(manieres);
  const temps = Object.fromEntries(noms.map((nom) => [nom, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const nom of noms) {
      const { work, before } = manieres[nom];
      temps[nom].push(await time(work, before));
    }
  }
  return Object.fromEntries(noms.map((nom) => [nom, median(temps[nom])]));
}

export const round = (value, digits = 0) => Number(value.toFixed(digits));

export function print(label, ...figures) {
  console.log(
    `${label.padEnd(44)} ${figures.map((figure) => String(figure).padStart(12)).join(' ')}`
  );
}
