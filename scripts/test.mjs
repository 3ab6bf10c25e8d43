/**
 * `npm test`: installs, compiles and starts what is missing, then runs every test.
 * `npm test -- <vitest arguments>` runs some: a path, `--project unite`, `-t <title>`.
 * The last line, alone, is `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { runScript } from './lib/console.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ROOT, TMP } from './lib/root.mjs';

const REPORT = path.join(TMP, `tests-${process.pid}.json`);

await runScript(async () => {
  await ensureInstalled();
  const code = await runVitest(process.argv.slice(2));
  // vitest interrupted does not run the end of its set-up.
  const { stopAbandonedPostgres } = await import('./lib/postgres.mjs');
  await stopAbandonedPostgres('tests');
  const { passed, failed } = readReport(code);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : code;
});

/** The set-up of the database projects starts and stops what they need (test/base-de-donnees.setup.ts). */
function runVitest(args) {
  const vitest = path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, TZ: 'UTC' },
  });
  // The terminal sends Ctrl-C to both of us; a `kill` reaches us alone. Either way vitest tidies up first.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Counts tests; a file that broke before its first test counts as one failure, and so does a run that
 * went wrong without a single failed test (an unhandled error, no report).
 */
function readReport(code) {
  if (!fs.existsSync(REPORT)) {
    return { passed: 0, failed: 1 };
  }
  const report = JSON.parse(fs.readFileSync(REPORT, 'utf8'));
  fs.rmSync(REPORT);
  const broken = report.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
  ).length;
  const failed = report.numFailedTests + broken;
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}
