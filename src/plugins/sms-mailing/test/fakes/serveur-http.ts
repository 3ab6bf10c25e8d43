import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RequeteRecue {
  readonly methode: string;
  /** Path and query, as they would enter a log. */
  readonly chemin: string;
  readonly entetes: IncomingHttpHeaders;
  readonly corps: string;
}

export interface ReponseServie {
  readonly status: number;
  readonly corps: string;
  readonly entetes?: Readonly<Record<string, string>>;
}

/** `apres`: the request is read whole, then the line is cut or stays silent. */
export type IncidentHttp = ReponseServie | { readonly apres: 'coupure' | 'silence' };

export interface ServeurHttp {
  readonly url: string;
  /** Every request, in order. */
  readonly recues: RequeteRecue[];
  /** What the next requests meet instead of `answer`; null: nothing. */
  incident: IncidentHttp | null;
  readonly close: () => Promise<void>;
}

/** A real HTTP server on a free port, which answers what `answer` says and remembers what it was asked. */
export async function startServeurHttp(
  answer: (requete: RequeteRecue, rang: number) => ReponseServie
): Promise<ServeurHttp> {
  const http = createServer((requete, reponse) => void serve(requete, reponse));
  await new Promise<void>((pret) => http.listen(0, '127.0.0.1', pret));
  const serveur: ServeurHttp = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    recues: [],
    incident: null,
    close: () => {
      http.closeAllConnections();
      return new Promise((fini) => http.close(() => fini()));
    },
  };

  async function serve(requete: IncomingMessage, reponse: ServerResponse): Promise<void> {
    const bouts: Buffer[] = [];
    for await (const bout of requete) bouts.push(bout as Buffer);
    const recue = {
      methode: requete.method ?? '',
      chemin: requete.url ?? '',
      entetes: requete.headers,
      corps: Buffer.concat(bouts).toString('utf8'),
    };
    serveur.recues.push(recue);
    const { incident } = serveur;
    if (incident !== null && 'apres' in incident) {
      if (incident.apres === 'coupure') requete.socket.destroy();
      return;
    }
    const { status, corps, entetes } = incident ?? answer(recue, serveur.recues.length);
    reponse.writeHead(status, { 'content-type': 'application/json', ...entetes }).end(corps);
  }

  return serveur;
}

export function parseFormulaire({ corps }: RequeteRecue): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(corps));
}
