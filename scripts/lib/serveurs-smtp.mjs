import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { connect as tlsConnect } from 'node:tls';
import { mustRun, wait } from './process.mjs';
import { COMPTE } from './puits-epreuve.mjs';

/**
 * Real mail servers of Debian, on ports of their own, that relay all they take to `aval`. They are looked for on this
 * machine, or below EPREUVE_SMTP_RACINES/<nom> when their packages, which exclude each other, are installed in roots
 * apart. They need root: each drops to the user of its package.
 */
const PORTS = {
  postfix: { clair: 2610, tls: 2611 },
  exim: { clair: 2612, tls: 2613 },
  opensmtpd: { clair: 2614, tls: 2615 },
};
const PRET_MS = 15_000;

export const SERVEURS = {
  postfix: { nom: 'Postfix', binaire: '/usr/sbin/postfix', auth: [], start: startPostfix },
  exim: { nom: 'Exim', binaire: '/usr/sbin/exim4', auth: ['PLAIN', 'LOGIN'], start: startExim },
  opensmtpd: {
    nom: 'OpenSMTPD',
    binaire: '/usr/sbin/smtpd',
    auth: ['PLAIN', 'LOGIN'],
    // It relays at a pace of its own, far below the one it takes messages at.
    nombre: 60,
    start: startOpensmtpd,
  },
};

/** Null when the server is not installed here. `dossier` is seen under the same path from every root. */
export async function startServeur(cle, dossier, aval) {
  const { binaire, start } = SERVEURS[cle];
  const racines = process.env.EPREUVE_SMTP_RACINES;
  const racine = racines === undefined ? '/' : path.join(racines, cle);
  if (process.getuid?.() !== 0 || !fs.existsSync(path.join(racine, binaire))) return null;
  const chez = path.join(dossier, cle);
  fs.mkdirSync(chez, { recursive: true, mode: 0o755 });
  const run = (commande, ...args) =>
    racine === '/' ? [commande, args] : ['chroot', [racine, commande, ...args]];
  const ports = PORTS[cle];
  const arret = await start({ dossier: chez, run, ports, aval, certificat: await certify(chez) });
  try {
    await Promise.all(Object.values(ports).map(waitPort));
  } catch (erreur) {
    await arret();
    throw erreur;
  }
  return { ports, stop: arret };
}

/** A bare TLS client, nothing of ours. */
export function canEncrypt(port) {
  return new Promise((resolve) => {
    const socket = tlsConnect({ host: '127.0.0.1', port, rejectUnauthorized: false });
    const answer = (ok) => {
      resolve(ok);
      socket.destroy();
    };
    socket.once('data', () => answer(true));
    socket.once('error', () => answer(false));
    socket.setTimeout(5_000, () => answer(false));
  });
}

async function certify(dossier) {
  const cle = path.join(dossier, 'cle.pem');
  const cert = path.join(dossier, 'cert.pem');
  const demande = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-days',
    '2',
  ];
  await mustRun(
    'openssl',
    [...demande, '-subj', '/CN=localhost', '-keyout', cle, '-out', cert],
    'Le certificat de l’épreuve ne se fait pas.'
  );
  return { cle, cert };
}

async function waitPort(port) {
  const limite = Date.now() + PRET_MS;
  for (;;) {
    const ouvert = await new Promise((resolve) => {
      const socket = net.connect(port, '127.0.0.1');
      socket.once('data', () => resolve(true) || socket.destroy());
      socket.once('connect', () => resolve(true) || socket.destroy());
      socket.once('error', () => resolve(false));
    });
    if (ouvert) return;
    if (Date.now() > limite) throw new Error(`Rien n’écoute sur le port ${port}.`);
    await wait(200);
  }
}

/** In the foreground, its words kept in a file; stopped by its own process group. */
function launch(dossier, [commande, args]) {
  const journal = fs.openSync(path.join(dossier, 'sortie.txt'), 'w');
  const enfant = spawn(commande, args, { detached: true, stdio: ['ignore', journal, journal] });
  const fin = new Promise((fini) => enfant.once('exit', fini));
  enfant.once('error', () => undefined);
  const end = () => {
    try {
      process.kill(-enfant.pid, 'SIGTERM');
    } catch {
      // gone already
    }
  };
  process.once('exit', end);
  return async () => {
    end();
    await Promise.race([fin, wait(5_000)]);
    process.off('exit', end);
  };
}

function write(dossier, nom, lignes, mode = 0o644) {
  fs.writeFileSync(path.join(dossier, nom), `${lignes.join('\n')}\n`, { mode });
  return path.join(dossier, nom);
}

async function startPostfix({ dossier, run, ports, aval, certificat }) {
  for (const nom of ['queue', 'data']) fs.mkdirSync(path.join(dossier, nom), { recursive: true });
  await mustRun(...run('chown', 'postfix', `${dossier}/data`), 'Postfix est mal installé.');
  write(dossier, 'main.cf', [
    'compatibility_level = 3.6',
    `queue_directory = ${dossier}/queue`,
    `data_directory = ${dossier}/data`,
    `maillog_file = ${dossier}/journal.txt`,
    `maillog_file_prefixes = ${dossier}`,
    'inet_interfaces = 127.0.0.1',
    'inet_protocols = ipv4',
    'myhostname = postfix.bge.example',
    'mydestination =',
    'alias_maps =',
    'smtputf8_enable = no',
    'local_recipient_maps =',
    `relayhost = [127.0.0.1]:${aval}`,
    'mynetworks = 127.0.0.0/8',
    'smtpd_relay_restrictions = permit_mynetworks, reject',
    `smtpd_tls_cert_file = ${certificat.cert}`,
    `smtpd_tls_key_file = ${certificat.cle}`,
    'smtpd_tls_security_level = may',
  ]);
  const service = (nom, genre, commande, max = '-') => `${nom} ${genre} - - n - ${max} ${commande}`;
  write(dossier, 'master.cf', [
    `127.0.0.1:${ports.clair} inet n - n - - smtpd`,
    `127.0.0.1:${ports.tls} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes`,
    service('cleanup', 'unix', 'cleanup', '0').replace(' - - n', ' n - n'),
    'qmgr unix n - n 300 1 qmgr',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    service('rewrite', 'unix', 'trivial-rewrite'),
    service('bounce', 'unix', 'bounce', '0'),
    service('defer', 'unix', 'bounce', '0'),
    service('proxymap', 'unix', 'proxymap'),
    service('smtp', 'unix', 'smtp'),
    service('error', 'unix', 'error'),
    service('retry', 'unix', 'error'),
    service('anvil', 'unix', 'anvil', '1'),
    service('scache', 'unix', 'scache', '1'),
    'postlog unix-dgram n - n - 1 postlogd',
  ]);
  const arret = launch(dossier, run('postfix', '-c', dossier, 'start-fg'));
  return async () => {
    const [commande, args] = run('postfix', '-c', dossier, 'stop');
    await mustRun(commande, args, 'Postfix ne s’arrête pas.').catch(() => undefined);
    await arret();
  };
}

async function startExim({ dossier, run, ports, aval, certificat }) {
  await mustRun(...run('chown', '-R', 'Debian-exim', dossier), 'Exim est mal installé.');
  const auth = (nom, methode, prompts, condition) => [
    `${nom}:`,
    '  driver = plaintext',
    `  public_name = ${methode}`,
    `  server_prompts = ${prompts}`,
    `  server_condition = \${if and{{eq{$auth${condition}}{${COMPTE.user}}}{eq{$auth${condition + 1}}{${COMPTE.pass}}}}}`,
    `  server_set_id = $auth${condition}`,
  ];
  const fichier = write(dossier, 'exim.conf', [
    'exim_user = Debian-exim',
    `spool_directory = ${dossier}/spool`,
    `log_file_path = ${dossier}/journal-%s.txt`,
    `pid_file_path = ${dossier}/exim.pid`,
    'primary_hostname = exim.bge.example',
    `daemon_smtp_ports = ${ports.clair} : ${ports.tls}`,
    `tls_on_connect_ports = ${ports.tls}`,
    'local_interfaces = 127.0.0.1',
    `tls_certificate = ${certificat.cert}`,
    `tls_privatekey = ${certificat.cle}`,
    'tls_advertise_hosts = *',
    'pipelining_advertise_hosts = *',
    'smtp_accept_max = 50',
    'smtp_accept_max_per_host = 50',
    'smtp_accept_queue_per_connection = 0',
    'acl_smtp_rcpt = acl_rcpt',
    'acl_smtp_data = acl_data',
    'begin acl',
    'acl_rcpt:',
    '  accept',
    'acl_data:',
    '  accept',
    'begin routers',
    'aval:',
    '  driver = manualroute',
    '  transport = aval',
    '  route_list = * 127.0.0.1',
    '  self = send',
    'begin transports',
    'aval:',
    '  driver = smtp',
    `  port = ${aval}`,
    '  allow_localhost',
    '  hosts_try_fastopen =',
    'begin authenticators',
    ...auth('plain', 'PLAIN', ':', 2),
    ...auth('login', 'LOGIN', 'Username:: : Password::', 1),
  ]);
  await mustRun(...run('chown', 'root', fichier), 'Exim est mal installé.');
  return launch(dossier, run('exim4', '-C', fichier, '-bdf', '-q1m'));
}

async function startOpensmtpd({ dossier, run, ports, aval, certificat }) {
  fs.chmodSync(certificat.cle, 0o600);
  const [commande, args] = run('smtpctl', 'encrypt', COMPTE.pass);
  const secret = await mustRun(commande, args, 'OpenSMTPD est mal installé.');
  const comptes = write(dossier, 'comptes', [`${COMPTE.user} ${secret.trim()}`]);
  const fichier = write(dossier, 'smtpd.conf', [
    `table comptes file:${comptes}`,
    `pki epreuve cert "${certificat.cert}"`,
    `pki epreuve key "${certificat.cle}"`,
    'smtp max-message-size "50M"',
    `listen on 127.0.0.1 port ${ports.clair} tls pki epreuve auth-optional <comptes> hostname opensmtpd.bge.example`,
    `listen on 127.0.0.1 port ${ports.tls} smtps pki epreuve auth-optional <comptes> hostname opensmtpd.bge.example`,
    `action "aval" relay host smtp://127.0.0.1:${aval}`,
    'match from any for any action "aval"',
  ]);
  return launch(dossier, run('smtpd', '-d', '-f', fichier));
}
