/** `npm run check`: all that can be judged without running the application. Red stops a merge; nothing only warns. */
import os from 'node:os';
import path from 'node:path';
import { runScript } from './lib/console.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { capture } from './lib/process.mjs';
import { ROOT } from './lib/root.mjs';

const CHECKS = {
  'types du serveur': ['typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
  'types des tests': ['typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.test.json'],
  'types du panneau': ['typescript/bin/tsc', '--noEmit', '-p', 'src/admin/tsconfig.json'],
  eslint: ['eslint/bin/eslint.js', '.', '--max-warnings', '0'],
  prettier: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  'qui importe qui': [
    'dependency-cruiser/bin/dependency-cruise.mjs',
    'src',
    'config',
    'scripts',
    'test',
  ],
  'code mort': ['knip/bin/knip.js'],
};

await runScript(async () => {
  await ensureInstalled();
  const waiting = Object.entries(CHECKS);
  const failures = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (!(await check(next[0], next[1]))) {
        failures.push(next[0]);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(os.availableParallelism(), 4) }, work));
  console.log(
    failures.length === 0 ? 'Tout est en règle.' : `À corriger : ${failures.join(', ')}.`
  );
  return failures.length === 0 ? 0 : 1;
});

/** Prints one line, and what the tool said when it objects. */
async function check(name, [script, ...args]) {
  const { code, output } = await capture(process.execPath, [
    path.join(ROOT, 'node_modules', script),
    ...args,
  ]);
  console.log(code === 0 ? `✓ ${name}` : `✗ ${name}\n${output.trim()}\n`);
  return code === 0;
}
