import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface MessageImap {
  uid: number;
  brut: Buffer;
}

/** What a scripted mailbox does otherwise than all goes well. */
export interface ScenarioImap {
  motDePasse: string;
  validite: number;
  /** Closes the connection when this command comes: `FETCH`. */
  coupeA?: string;
  /** Answers NO to this command: `MOVE`. */
  refuse?: string;
}

export interface ServeurImap {
  port: number;
  scenario: ScenarioImap;
  boite: MessageImap[];
  /** By folder: what was moved there. */
  dossiers: Map<string, MessageImap[]>;
  /** Every command that came, without its tag; passwords left out. */
  commandes: string[];
  close(): Promise<void>;
}

const CAPACITES = 'IMAP4rev1 MOVE UIDPLUS';

interface Commande {
  tag: string;
  nom: string;
  reste: string;
}

function parse(ligne: string): Commande {
  const [tag = '*', premier = '', ...mots] = ligne.split(' ');
  const uid = premier.toUpperCase() === 'UID';
  const nom = (uid ? (mots.shift() ?? '') : premier).toUpperCase();
  return { tag, nom, reste: mots.join(' ') };
}

const PLAGE = /^(?:UID )?(\d+)(?::(\d+|\*))?/;

function listUids(serveur: ServeurImap, reste: string): MessageImap[] {
  const [, de = '1', a] = PLAGE.exec(reste) ?? [];
  const fin = a === undefined ? Number(de) : a === '*' ? Number.MAX_SAFE_INTEGER : Number(a);
  const trouves = serveur.boite.filter(({ uid }) => uid >= Number(de) && uid <= fin);
  const dernier = serveur.boite.at(-1);
  // RFC 3501 §6.4.8: « n:* » holds the last message even below n.
  return trouves.length === 0 && a === '*' && dernier !== undefined ? [dernier] : trouves;
}

function fetchOne(serveur: ServeurImap, reste: string): Buffer[] {
  return listUids(serveur, reste).map(({ uid, brut }) => {
    const [, max = '1000000'] = /<0\.(\d+)>/.exec(reste) ?? [];
    const lu = brut.subarray(0, Number(max));
    const rang = serveur.boite.findIndex((message) => message.uid === uid) + 1;
    return Buffer.concat([
      Buffer.from(
        `* ${String(rang)} FETCH (UID ${String(uid)} INTERNALDATE "02-Mar-2026 19:00:12 +0100" BODY[]<0> {${String(lu.length)}}\r\n`
      ),
      lu,
      Buffer.from(')\r\n'),
    ]);
  });
}

function move(serveur: ServeurImap, reste: string): void {
  const [, dossier = ''] = /"([^"]+)"\s*$/.exec(reste) ?? /(\S+)\s*$/.exec(reste) ?? [];
  const partis = listUids(serveur, reste);
  serveur.boite = serveur.boite.filter((message) => !partis.includes(message));
  serveur.dossiers.set(dossier, [...(serveur.dossiers.get(dossier) ?? []), ...partis]);
}

type Reponse = readonly (string | Buffer)[];

const REPONSES: Readonly<Record<string, (serveur: ServeurImap, reste: string) => Reponse>> = {
  CAPABILITY: () => [`* CAPABILITY ${CAPACITES}\r\n`],
  LIST: (serveur) => [
    '* LIST (\\HasNoChildren) "/" INBOX\r\n',
    ...[...serveur.dossiers.keys()].map((nom) => `* LIST (\\HasNoChildren) "/" "${nom}"\r\n`),
  ],
  LSUB: () => [],
  CREATE: (serveur, reste) => {
    serveur.dossiers.set(reste.replaceAll('"', ''), []);
    return [];
  },
  SELECT: (serveur) => [
    `* ${String(serveur.boite.length)} EXISTS\r\n`,
    '* FLAGS (\\Seen \\Deleted)\r\n',
    `* OK [UIDVALIDITY ${String(serveur.scenario.validite)}] ok\r\n`,
    `* OK [UIDNEXT ${String((serveur.boite.at(-1)?.uid ?? 0) + 1)}] ok\r\n`,
  ],
  SEARCH: (serveur, reste) => [
    `* SEARCH ${listUids(serveur, reste)
      .map(({ uid }) => String(uid))
      .join(' ')}\r\n`,
  ],
  FETCH: fetchOne,
  MOVE: (serveur, reste) => {
    move(serveur, reste);
    return [];
  },
  LOGOUT: () => ['* BYE\r\n'],
};

function isRefusee({ scenario }: ServeurImap, { nom, reste }: Commande): boolean {
  const secret = nom === 'LOGIN' || nom === 'AUTHENTICATE';
  return scenario.refuse === nom || (secret && !reste.includes(scenario.motDePasse));
}

function answer(serveur: ServeurImap, socket: Socket, commande: Commande): void {
  const { tag, nom, reste } = commande;
  const secret = nom === 'LOGIN' || nom === 'AUTHENTICATE';
  serveur.commandes.push(secret ? nom : `${nom} ${reste}`.trim());
  if (serveur.scenario.coupeA === nom) {
    socket.destroy();
    return;
  }
  if (isRefusee(serveur, commande)) {
    socket.write(`${tag} NO [${secret ? 'AUTHENTICATIONFAILED' : 'NOPERM'}] non\r\n`);
    return;
  }
  for (const morceau of REPONSES[nom]?.(serveur, reste) ?? []) {
    socket.write(morceau);
  }
  socket.write(`${tag} OK ${nom === 'SELECT' ? '[READ-WRITE] ' : ''}fait\r\n`);
}

function serve(serveur: ServeurImap, socket: Socket): void {
  socket.on('error', () => undefined);
  socket.write(`* OK [CAPABILITY ${CAPACITES}] pret\r\n`);
  let reste = '';
  socket.on('data', (recu) => {
    reste += recu.toString('latin1');
    const lignes = reste.split('\r\n');
    reste = lignes.pop() ?? '';
    lignes.forEach((ligne) => {
      answer(serveur, socket, parse(ligne));
    });
  });
}

/** A mailbox on a socket, that does what its scenario says: the client speaks the real protocol to it. */
export async function startServeurImap(
  messages: readonly Buffer[],
  scenario: Partial<ScenarioImap> = {}
): Promise<ServeurImap> {
  const sockets = new Set<Socket>();
  const ecoute: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serve(serveur, socket);
  });
  await new Promise<void>((resolve) => ecoute.listen(0, '127.0.0.1', resolve));
  const serveur: ServeurImap = {
    port: (ecoute.address() as AddressInfo).port,
    scenario: { motDePasse: 'Sesame-1', validite: 7, ...scenario },
    boite: messages.map((brut, rang) => ({ uid: rang + 1, brut })),
    dossiers: new Map(),
    commandes: [],
    async close() {
      sockets.forEach((socket) => socket.destroy());
      await new Promise<void>((resolve) => ecoute.close(() => resolve()));
    },
  };
  return serveur;
}
