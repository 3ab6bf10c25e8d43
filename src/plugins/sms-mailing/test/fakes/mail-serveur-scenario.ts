import { createServer, type AddressInfo, type Socket } from 'node:net';

export type Moment =
  'accueil' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'point' | 'RSET' | 'NOOP' | 'QUIT';

/** Where the conversation stands when the server must answer. */
export interface Situation {
  /** From 1, in the order in which they were opened. */
  readonly connexion: number;
  /** Envelopes begun on this connection, this one included. */
  readonly rang: number;
  /** Other commands came in the same write. */
  readonly groupe: boolean;
  /** The command, whole. */
  readonly ligne: string;
}

/** Nothing is said; the line is cut, nothing said. */
export const SILENCE = Symbol('silence');
export const COUPURE = Symbol('coupure');
type Reponse = string | typeof SILENCE | typeof COUPURE | undefined;

/** What this server does that a good one does not. */
export interface Scenario {
  readonly extensions?: readonly string[];
  /** undefined: as a good server would. */
  readonly repond?: (moment: Moment, situation: Situation) => Reponse;
  /** How the bytes of a reply leave. */
  readonly ecrit?: (socket: Socket, texte: string) => void;
  /** Called with each block of a message, before its end is there. */
  readonly pendant?: (socket: Socket, situation: Situation) => void;
}

export interface ServeurScenario {
  readonly port: number;
  /** Messages whose final dot was read, as they were before the escape of dots. */
  readonly recus: { readonly vers: string; readonly brut: Buffer }[];
  /** Commands in the order read; « | » between two reads. */
  readonly commandes: string[];
  readonly ouvertes: () => number;
  readonly close: () => Promise<void>;
}

const FIN = Buffer.from('\r\n.\r\n');
const EXTENSIONS = ['PIPELINING', 'SIZE 52428800', '8BITMIME'];

/** SMTP, byte by byte, that misbehaves on purpose where `smtp-server` could not. */
export async function startServeurScenario(scenario: Scenario = {}): Promise<ServeurScenario> {
  const sockets = new Set<Socket>();
  let ouvertes = 0;
  const recus: ServeurScenario['recus'] = [];
  const commandes: string[] = [];
  const serveur = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    ouvertes += 1;
    converse(socket, { scenario, recus, commandes, connexion: ouvertes });
  });
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
  return {
    port: (serveur.address() as AddressInfo).port,
    recus,
    commandes,
    ouvertes: () => ouvertes,
    close: () =>
      new Promise((fini) => {
        for (const socket of sockets) socket.destroy();
        serveur.close(() => fini());
      }),
  };
}

interface Ligne {
  readonly scenario: Scenario;
  readonly recus: ServeurScenario['recus'];
  readonly commandes: string[];
  readonly connexion: number;
}

function converse(socket: Socket, { scenario, recus, commandes, connexion }: Ligne): void {
  const { extensions = EXTENSIONS, repond, pendant } = scenario;
  const ecrit = scenario.ecrit ?? ((s: Socket, texte: string) => void s.write(texte));
  let tampon = Buffer.alloc(0);
  let contenu = false;
  let rang = 0;
  let vers = '';
  socket.on('error', () => socket.destroy());

  const usuelles: Partial<Record<Moment, string>> = {
    accueil: '220 scenario ESMTP',
    EHLO: ['scenario', ...extensions]
      .map((mot, i) => `250${i === extensions.length ? ' ' : '-'}${mot}`)
      .join('\r\n'),
    DATA: '354 Go ahead',
    QUIT: '221 Bye',
  };

  /** True when the usual thing was said. */
  function answer(moment: Moment, ligne: string, groupe = false): boolean {
    const reponse = repond?.(moment, { connexion, rang, groupe, ligne });
    if (reponse === SILENCE) return false;
    if (reponse === COUPURE) {
      socket.destroy();
      return false;
    }
    const dite = reponse ?? usuelles[moment] ?? '250 2.0.0 Ok';
    ecrit(socket, `${dite}\r\n`);
    if (moment === 'QUIT' || dite.startsWith('421')) socket.end();
    return reponse === undefined || dite.startsWith('354');
  }

  function readContenu(): boolean {
    const fin = tampon.indexOf(FIN);
    const vide = tampon.subarray(0, 3).toString('latin1') === '.\r\n';
    if (!vide && fin < 0) {
      pendant?.(socket, { connexion, rang, groupe: false, ligne: '' });
      return false;
    }
    const brut = vide ? Buffer.alloc(0) : tampon.subarray(0, fin + 2);
    tampon = tampon.subarray(vide ? 3 : fin + FIN.length);
    contenu = false;
    recus.push({ vers, brut: Buffer.from(brut.toString('latin1').replace(/^\./gm, ''), 'latin1') });
    answer('point', '.');
    return true;
  }

  function readCommande(): boolean {
    const fin = tampon.indexOf('\r\n');
    if (fin < 0) return false;
    const ligne = tampon.subarray(0, fin).toString('latin1');
    tampon = tampon.subarray(fin + 2);
    commandes.push(ligne);
    const moment = ligne.slice(0, 4).toUpperCase() as Moment;
    if (moment === 'MAIL') rang += 1;
    if (moment === 'RCPT') vers = /<(.*)>/.exec(ligne)?.[1] ?? '';
    const suivi = tampon.length > 0;
    const usuel = answer(moment, ligne, suivi || groupeEnCours);
    groupeEnCours = suivi;
    contenu = moment === 'DATA' && usuel;
    return true;
  }

  let groupeEnCours = false;
  answer('accueil', '');
  socket.on('data', (bloc) => {
    tampon = Buffer.concat([tampon, bloc]);
    while (!socket.destroyed && tampon.length > 0 && (contenu ? readContenu() : readCommande()));
    groupeEnCours = false;
    commandes.push('|');
  });
}
