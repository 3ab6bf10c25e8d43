import crypto from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { ScriptError, say } from './console.mjs';
import { withLock } from './lock.mjs';
import { prepareInstallation } from './postgres-binaries.mjs';
import { capture, isAlive, mustRun, wait } from './process.mjs';

/** Speed over durability, for data that the next run makes again. */
const VOLATILE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const TRIES = 50;

/** ICU knows how French sorts wherever we run; the C library's locales vary from machine to machine. */
const FRANCAIS = ['--locale=C', '--locale-provider=icu', '--icu-locale=fr'];

/**
 * Starts the embedded PostgreSQL called `name`, or joins the one already running, and resolves to
 * `{ url, port, folder, stop }`. The last user that stops it switches it off; one killed by force leaves it
 * running, and the next user takes it over. `persistent: false` gives up durability, and makes the data
 * anew should they be damaged; `folder` holds them. With `DATABASE_URL` set, that server is used and nothing is started.
 * `racine` and `locale`, to try others: the folder whose packages bring PostgreSQL, and initdb's options.
 */
export async function startPostgres({ name, persistent, racine, locale = FRANCAIS }) {
  const given = process.env.DATABASE_URL;
  if (given) {
    return { url: given, port: Number(new URL(given).port || 5432), stop: async () => {} };
  }

  const cluster = openCluster(name, { persistent, racine, locale });
  return withLock(cluster.lock, async () => {
    await ensureRunning(cluster);
    const user = path.join(cluster.users, `${process.pid}-${crypto.randomUUID()}`);
    fs.mkdirSync(cluster.users, { recursive: true });
    fs.writeFileSync(user, '');
    const { port } = readPidFile(cluster);
    const stop = () => {
      fs.rmSync(user, { force: true });
      return stopIfUnused(cluster);
    };
    return { url: urlOf(cluster, port), port, folder: cluster.folder, stop };
  });
}

/** Switches off a server that only killed processes were using. */
export async function stopAbandonedPostgres(name) {
  if (!process.env.DATABASE_URL) {
    await stopIfUnused(openCluster(name));
  }
}

function openCluster(name, { persistent = false, racine, locale = FRANCAIS } = {}) {
  const { bin, home, identity } = prepareInstallation(racine);
  const folder = path.join(home, name);
  return {
    name,
    persistent,
    locale,
    bin,
    identity,
    folder,
    lock: path.join(home, `${name}.lock`),
    data: path.join(folder, 'data'),
    log: path.join(folder, 'data', 'postgres.log'),
    password: path.join(folder, 'mot-de-passe'),
    users: path.join(folder, 'users'),
  };
}

async function ensureRunning(cluster) {
  if (await joinRunning(cluster)) {
    return;
  }
  if (!fs.existsSync(path.join(cluster.data, 'PG_VERSION'))) {
    await createData(cluster);
  }
  try {
    await launch(cluster);
  } catch (error) {
    if (cluster.persistent) {
      throw error;
    }
    say(`La base « ${cluster.name} » est abîmée : elle est refaite.`);
    await createData(cluster);
    await launch(cluster);
  }
}

/** True when our server answers. A server that starts or stops is waited for; a dead one's pid file is removed. */
async function joinRunning(cluster) {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const running = readPidFile(cluster);
    if (!running) {
      return false;
    }
    if (await answers(cluster, running.port)) {
      return true;
    }
    if (!isAlive(running.pid) || !(await isOurs(cluster, running.pid))) {
      fs.rmSync(path.join(cluster.data, 'postmaster.pid'), { force: true });
      return false;
    }
    await wait(200);
  }
  throw new ScriptError(
    `PostgreSQL « ${cluster.name} » ne répond pas. Son journal : ${cluster.log}`
  );
}

/** Lines 1 and 4 of postmaster.pid; null without a file. */
function readPidFile(cluster) {
  try {
    const lines = fs.readFileSync(path.join(cluster.data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch (error) {
    if (error.code === 'ENOENT') {
      return null;
    }
    throw error;
  }
}

/** A pid left by a killed server may since belong to anything else: look at what the process runs. */
async function isOurs(cluster, pid) {
  // A slim Linux image has no `ps`.
  const proc = `/proc/${pid}/cmdline`;
  if (fs.existsSync(proc)) {
    return fs.readFileSync(proc, 'utf8').includes(cluster.data);
  }
  const { output } = await capture('ps', ['-o', 'args=', '-p', String(pid)]);
  return output.includes(cluster.data);
}

async function answers(cluster, port) {
  if (!port || !fs.existsSync(cluster.password)) {
    return false;
  }
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString: urlOf(cluster, port),
    connectionTimeoutMillis: 2000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query('SHOW data_directory');
    return rows[0].data_directory === cluster.data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Aside, then renamed: an interrupted creation is begun again, not taken for a database. */
async function createData(cluster) {
  say(`Création de la base PostgreSQL « ${cluster.name} ».`);
  fs.rmSync(cluster.folder, { recursive: true, force: true });
  fs.mkdirSync(cluster.folder, { recursive: true });
  fs.chmodSync(cluster.folder, 0o755);
  const partielle = `${cluster.data}.partielle`;
  fs.mkdirSync(partielle, { mode: 0o700 });
  fs.writeFileSync(cluster.password, crypto.randomBytes(18).toString('base64url'), { mode: 0o600 });
  const { uid, gid } = cluster.identity;
  if (uid !== undefined) {
    fs.chownSync(partielle, uid, gid);
    fs.chownSync(cluster.password, uid, gid);
  }
  await postgres(
    cluster,
    'initdb',
    [
      '-D',
      partielle,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      `--pwfile=${cluster.password}`,
      '--encoding=UTF8',
      ...cluster.locale,
    ],
    'La base PostgreSQL n’a pas pu être créée :'
  );
  fs.renameSync(partielle, cluster.data);
}

/** pg_ctl detaches the server: Ctrl-C reaches us alone, and we stop it in good order. */
async function launch(cluster) {
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=100',
    'timezone=UTC',
    ...(cluster.persistent ? [] : VOLATILE),
  ];
  // PostgreSQL splits this string itself, on spaces and quotes as a shell would.
  const flags = [`-p ${port}`, ...settings.map((setting) => `-c '${setting}'`)].join(' ');
  await postgres(
    cluster,
    'pg_ctl',
    ['start', '-D', cluster.data, '-l', cluster.log, '-w', '-t', '60', '-s', '-o', flags],
    `PostgreSQL n’a pas démarré (journal : ${cluster.log}) :`
  );
}

function postgres(cluster, command, args, failure) {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const options = { ...cluster.identity, cwd: cluster.folder, env };
  return mustRun(path.join(cluster.bin, command), args, failure, options);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function urlOf(cluster, port) {
  const password = fs.readFileSync(cluster.password, 'utf8');
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** Stops the server when no living process has its mark in `users`. */
function stopIfUnused(cluster) {
  return withLock(cluster.lock, async () => {
    const users = fs.existsSync(cluster.users) ? fs.readdirSync(cluster.users) : [];
    if (users.some((file) => isAlive(Number.parseInt(file, 10))) || !readPidFile(cluster)) {
      return;
    }
    await postgres(
      cluster,
      'pg_ctl',
      ['stop', '-D', cluster.data, '-m', 'fast', '-w', '-s'],
      'PostgreSQL ne s’est pas arrêté :'
    );
    fs.rmSync(cluster.users, { recursive: true, force: true });
  });
}
