import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerSession } from 'smtp-server';

/** At which moment the server answers `reponse`, or cuts the line. */
export type Incident =
  | { readonly etape: 'mail' | 'rcpt' | 'data'; readonly reponse: string }
  | { readonly etape: 'pendant' | 'apres-le-point'; readonly reponse: 'coupure' | 'silence' };

export interface CourrierRecu {
  readonly de: string;
  readonly vers: readonly string[];
  readonly brut: Buffer;
}

export interface ServeurSmtp {
  readonly port: number;
  readonly recus: CourrierRecu[];
  incident: Incident | null;
  /** Open now, and opened in all. */
  readonly connexions: () => number;
  readonly ouvertes: () => number;
  readonly cutAll: () => void;
  readonly close: () => Promise<void>;
}

type Suite = (erreur?: Error | null) => void;

/** A real SMTP server in this process; `motDePasse` makes it ask for `bge` and that password. */
export async function startServeurSmtp(motDePasse?: string): Promise<ServeurSmtp> {
  let ouvertes = 0;
  const repondre = (etape: Incident['etape'], suite: Suite): void => {
    suite(etat.incident?.etape === etape ? toErreur(etat.incident.reponse) : null);
  };
  const serveur = new SMTPServer({
    disabledCommands: motDePasse === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    authOptional: motDePasse === undefined,
    allowInsecureAuth: true,
    logger: false,
    onConnect: (_, suite) => {
      ouvertes++;
      suite();
    },
    onAuth: ({ username, password }, _, suite) => {
      const bon = username === 'bge' && password === motDePasse;
      suite(bon ? null : new Error('bad credentials'), bon ? { user: 'bge' } : undefined);
    },
    onMailFrom: (_, __, suite) => repondre('mail', suite),
    onRcptTo: (_, __, suite) => repondre('rcpt', suite),
    onData: (flux, session, suite) => {
      const bouts: Buffer[] = [];
      flux.on('data', (bout: Buffer) => {
        bouts.push(bout);
        if (etat.incident?.etape === 'pendant') socketOf(session)?.destroy();
      });
      flux.on('end', () => {
        if (etat.incident?.etape === 'data') {
          repondre('data', suite);
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        etat.recus.push({
          de: mailFrom === false ? '' : mailFrom.address,
          vers: rcptTo.map(({ address }) => address),
          brut: Buffer.concat(bouts),
        });
        if (etat.incident?.etape !== 'apres-le-point') suite();
        else if (etat.incident.reponse === 'coupure') socketOf(session)?.destroy();
      });
    },
  });
  serveur.on('error', () => undefined);
  const sockets = () => [
    ...(serveur as unknown as { connections: Set<{ session: SMTPServerSession; _socket: Socket }> })
      .connections,
  ];
  const socketOf = (session: SMTPServerSession) =>
    sockets().find((connexion) => connexion.session === session)?._socket;

  const net = serveur.listen(0, '127.0.0.1');
  await new Promise((pret) => net.once('listening', pret));
  const etat: ServeurSmtp = {
    port: (net.address() as AddressInfo).port,
    recus: [],
    incident: null,
    connexions: () => sockets().length,
    ouvertes: () => ouvertes,
    cutAll: () => sockets().forEach(({ _socket }) => _socket.destroy()),
    close: () => {
      etat.cutAll();
      return new Promise((fini) => serveur.close(() => fini()));
    },
  };
  return etat;
}

function toErreur(reponse: string): Error {
  const [, code = '451', texte = ''] = /^(\d{3}) (.*)$/.exec(reponse) ?? [];
  return Object.assign(new Error(texte), { responseCode: Number(code) });
}
