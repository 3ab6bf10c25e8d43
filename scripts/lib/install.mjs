import fs from 'node:fs';
import path from 'node:path';
import { ScriptError, say } from './console.mjs';
import { withLock } from './lock.mjs';
import { mustRun } from './process.mjs';
import { ROOT, TMP } from './root.mjs';

const MIN_NODE = [20, 19];

/** Installs the packages when `node_modules` is absent or older than the lock file. Built-ins only. */
export async function ensureInstalled() {
  assertNode();
  await withLock(path.join(TMP, 'install.lock'), async () => {
    if (isInstalled()) {
      return;
    }
    say('Installation des paquets (une à trois minutes la première fois).');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const options = { shell: process.platform === 'win32', env: { ...process.env, NODE_ENV: '' } };
    await mustRun(
      npm,
      ['ci', '--no-audit', '--no-fund'],
      'L’installation des paquets a échoué (npm ci) :',
      options
    );
  });
}

function assertNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < MIN_NODE[0] || (major === MIN_NODE[0] && minor < MIN_NODE[1])) {
    throw new ScriptError(
      `Node ${MIN_NODE.join('.')} ou plus récent est nécessaire ; celui-ci est le ${process.versions.node}.`
    );
  }
}

/** npm writes `.package-lock.json` last: an interrupted installation does not have it. */
function isInstalled() {
  const installed = fs.statSync(path.join(ROOT, 'node_modules', '.package-lock.json'), {
    throwIfNoEntry: false,
  });
  return (
    Boolean(installed) &&
    installed.mtimeMs >= fs.statSync(path.join(ROOT, 'package-lock.json')).mtimeMs
  );
}
