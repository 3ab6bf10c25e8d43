import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fromPlugin } from '../../bench/lib/mesure.mjs';
import { ensureBuilt } from '../lib/build.mjs';
import { say, ScriptError } from '../lib/console.mjs';
import { wait } from '../lib/process.mjs';
import { TMP } from '../lib/root.mjs';
import {
  bodyHash,
  COMPTE,
  JETON,
  openMaildev,
  openMandataire,
  openSmtpServer,
} from '../lib/puits-epreuve.mjs';
import { canEncrypt, SERVEURS, startServeur } from '../lib/serveurs-smtp.mjs';

const AIDE = 'npm run epreuve -- smtp [smtp-server] [maildev] [postfix] [exim] [opensmtpd]';
const MESSAGES = 300;
const CONNEXIONS = 5;
const ARRIVEE_MS = 60_000;

/**
 * `npm run epreuve -- smtp`: the exchange against real servers, in the ways an association may reach one. Each trial
 * sends messages with dots, long lines and attachments, and holds when all were accepted, arrived once, and arrived as
 * composed.
 */
export default async function playSmtp(args) {
  const voulus = args.length > 0 ? args : ['smtp-server', 'maildev', ...Object.keys(SERVEURS)];
  await ensureBuilt({ panel: false });
  const dossier = fs.mkdtempSync(path.join(TMP, 'epreuve-smtp-'));
  fs.chmodSync(dossier, 0o755);
  const aval = await openSmtpServer({}, false);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const lignes = [];
  try {
    for (const cle of voulus) {
      if (cle === 'smtp-server') lignes.push(...(await playSmtpServer()));
      else if (cle === 'maildev') lignes.push(...(await playMaildev(dossier)));
      else if (cle in SERVEURS) lignes.push(...(await playDebian(cle, dossier, aval)));
      else throw new ScriptError(`« ${cle} » n’est pas joué ici.\n${AIDE}`);
    }
  } finally {
    await aval.close();
    fs.rmSync(dossier, { recursive: true, force: true });
  }
  console.log(describeTable(lignes));
  return lignes.every(({ ok }) => ok) ? 0 : 1;
}

const createMessages = (essai, nombre) => {
  const { compileMail } = fromPlugin('server/src/adapters/mail/composeur');
  const version = (piecesJointes) => ({
    cle: 'm1v1',
    expediteur: { nom: 'BGE', adresse: 'contact@bge.example' },
    repondreA: null,
    domaine: 'bge.example',
    automatique: false,
    liste: null,
    piecesJointes,
  });
  const pdf = Buffer.alloc(200 * 1024, 'abc\r\n.\r\n');
  pdf.write('%PDF-1.7');
  const nu = compileMail(version([]));
  const joint = compileMail(version([{ nom: 'dossier.pdf', contenu: pdf, cid: null }]));
  return Array.from({ length: nombre }, (_, i) =>
    (i % 25 === 0 ? joint : nu)({
      cle: `${essai}:${i}`,
      destinataire: { nom: 'É', adresse: `p${i}@exemple.example` },
      repondreA: null,
      objet: `Essai n° ${i}`,
      html: `<p>Bonjour</p>\n.\n..${'x'.repeat(i * 7)}\n`,
      texte: `Bonjour\n.\r\n..\n.${'y '.repeat(i)}`,
      date: new Date('2022-03-03T18:00:00Z'),
      lienDesinscription: null,
    })
  );
};

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const DKIM = {
  domainName: 'bge.example',
  keySelector: 'epreuve',
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
};
const TLS = { tls: { rejectUnauthorized: false } };

/** One way to one server: what was accepted, what arrived, and what the log had to say. */
async function playEssai(serveur, essai, { options, lire, nombre = MESSAGES }) {
  const { createMailSenderSmtp, ECHANGE_PAR_DEFAUT } = fromPlugin('server/src/adapters/mail/smtp');
  const dits = [];
  const dire = (ligne) => dits.push(ligne);
  const transport = { host: '127.0.0.1', maxConnections: CONNEXIONS, ...options };
  const sender = createMailSenderSmtp(transport, ECHANGE_PAR_DEFAUT, { info: dire, warn: dire });
  const messages = createMessages(`${serveur}:${essai}`, nombre);
  const refus = [];
  const debut = performance.now();
  await sender.verify().catch((erreur) => refus.push(erreur.message));
  await Promise.all(
    messages.map((message) => sender.send(message).catch((e) => refus.push(e.message)))
  );
  const ms = Math.round(performance.now() - debut);
  await sender.close();
  const arrives = await waitArrivee(messages, lire);
  const ok = refus.length === 0 && arrives.une === nombre && arrives.fideles === nombre;
  const ligne = {
    serveur,
    essai,
    nombre,
    ok,
    ms,
    ...arrives,
    dits: [...new Set([...dits, ...refus])].join(' '),
  };
  say(`${serveur}, ${essai} : ${ok ? 'tient' : 'NE TIENT PAS'}.`);
  return ligne;
}

async function waitArrivee(messages, lire) {
  const limite = Date.now() + ARRIVEE_MS;
  for (;;) {
    const compte = countArrives(messages, lire());
    if (compte.une === messages.length || Date.now() > limite) return compte;
    await wait(500);
  }
}

function countArrives(messages, recus) {
  const corps = new Map();
  for (const { id, corps: lu } of recus) corps.set(id, [...(corps.get(id) ?? []), lu]);
  const arrives = messages.map(({ messageId, brut }) => ({
    lus: corps.get(messageId) ?? [],
    compose: bodyHash(Buffer.concat(brut)),
  }));
  return {
    une: arrives.filter(({ lus }) => lus.length === 1).length,
    fideles: arrives.filter(({ lus, compose }) => lus[0] === compose).length,
  };
}

/** smtp-server, in this process: every way to authenticate, and a proxy. */
async function playSmtpServer() {
  const lignes = [];
  const essais = {
    'en clair': {},
    'sans PIPELINING': { serveur: { hidePIPELINING: true } },
    STARTTLS: { serveur: { disabledCommands: [] }, options: { requireTLS: true, ...TLS } },
    'TLS implicite': { serveur: { secure: true }, options: { secure: true, ...TLS } },
    ...Object.fromEntries(
      ['PLAIN', 'LOGIN'].map((method) => [
        `AUTH ${method}`,
        { serveur: { authMethods: [method] }, options: { auth: { ...COMPTE, method } } },
      ])
    ),
    'AUTH XOAUTH2': {
      serveur: { authMethods: ['XOAUTH2'] },
      options: { auth: { type: 'OAuth2', user: COMPTE.user, accessToken: JETON } },
    },
    DKIM: { options: { dkim: DKIM } },
  };
  for (const [essai, { serveur = {}, options = {} }] of Object.entries(essais)) {
    const banc = await openSmtpServer(serveur, options.auth !== undefined);
    const reglages = { port: banc.port, ignoreTLS: options.requireTLS !== true, ...options };
    lignes.push(await playEssai('smtp-server', essai, { options: reglages, lire: banc.lire }));
    await banc.close();
  }
  return [...lignes, await playProxy()];
}

async function playProxy() {
  const banc = await openSmtpServer({}, false);
  const mandataire = await openMandataire();
  const options = { port: banc.port, ignoreTLS: true, proxy: mandataire.url };
  const ligne = await playEssai('smtp-server', 'mandataire HTTP', { options, lire: banc.lire });
  mandataire.close();
  await banc.close();
  return ligne;
}

async function playMaildev(dossier) {
  const boite = await openMaildev(path.join(dossier, 'maildev'));
  const options = { port: boite.port, ignoreTLS: true };
  const ligne = await playEssai('MailDev', 'en clair', { options, lire: boite.lire });
  await boite.close();
  return [ligne];
}

async function playDebian(cle, dossier, aval) {
  const { nom, auth, nombre } = SERVEURS[cle];
  const serveur = await startServeur(cle, dossier, aval.port);
  if (serveur === null) {
    console.log(
      `${nom} n’est pas joué : son paquet Debian n’est pas installé ici, ou il faut être root.`
    );
    return [];
  }
  const { clair, tls } = serveur.ports;
  const enClair = { port: clair, ignoreTLS: true };
  const chiffre = { port: clair, requireTLS: true, ...TLS };
  const essais = { 'en clair': enClair, DKIM: { ...enClair, dkim: DKIM } };
  if (await canEncrypt(tls)) {
    Object.assign(essais, {
      STARTTLS: chiffre,
      'TLS implicite': { port: tls, secure: true, ...TLS },
      ...Object.fromEntries(
        auth.map((method) => [
          `STARTTLS, AUTH ${method}`,
          { ...chiffre, auth: { ...COMPTE, method } },
        ])
      ),
    });
  } else {
    console.log(`${nom} n’est joué qu’en clair : son TLS échoue ici devant n’importe quel client.`);
  }
  const lignes = [];
  try {
    for (const [essai, options] of Object.entries(essais)) {
      lignes.push(await playEssai(nom, essai, { options, lire: aval.lire, nombre }));
    }
  } finally {
    await serveur.stop();
  }
  return lignes;
}

function describeTable(lignes) {
  const colonnes = [
    'serveur',
    'essai',
    'tient',
    'acceptés et arrivés une fois',
    'octets fidèles',
    'ms',
  ];
  const rangees = lignes.map(({ serveur, essai, nombre, ok, une, fideles, ms, dits }) => [
    ...[serveur, essai, ok ? 'oui' : 'NON', `${une}/${nombre}`, `${fideles}/${nombre}`, String(ms)],
    dits,
  ]);
  return [[...colonnes, 'au journal'], ...rangees].map((rangee) => rangee.join(' | ')).join('\n');
}
