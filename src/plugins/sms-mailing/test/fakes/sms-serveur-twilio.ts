import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const COMPTE = `AC${'0'.repeat(32)}`;
export const JETON = 'jeton-tres-secret';

/** `code`: Twilio's JSON error. `apres`: the SMS is taken, then the line is cut or stays silent. */
export type Incident =
  | { readonly status: number; readonly code: number }
  | { readonly status: number; readonly html: string }
  | { readonly apres: 'coupure' | 'silence' }
  | { readonly etat: 'failed'; readonly code: number };

export interface ServeurTwilio {
  readonly url: string;
  /** The form of each accepted SMS. */
  readonly recus: Record<string, string>[];
  readonly authorisations: string[];
  incident: Incident | null;
  /** In euros; null: a sub-account, which has no balance of its own. */
  solde: string | null;
  readonly close: () => Promise<void>;
}

/** The three calls of Twilio's API that the adapter makes, over HTTP. */
export async function startServeurTwilio(): Promise<ServeurTwilio> {
  const http = createServer((requete, reponse) => void answer(etat, requete, reponse));
  await new Promise<void>((pret) => http.listen(0, '127.0.0.1', pret));
  const etat: ServeurTwilio = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    recus: [],
    authorisations: [],
    incident: null,
    solde: null,
    close: () => {
      http.closeAllConnections();
      return new Promise((fini) => http.close(() => fini()));
    },
  };
  return etat;
}

type Json = (status: number, corps: unknown) => void;

async function answer(etat: ServeurTwilio, requete: IncomingMessage, reponse: ServerResponse) {
  const bouts: Buffer[] = [];
  for await (const bout of requete) bouts.push(bout as Buffer);
  etat.authorisations.push(requete.headers.authorization ?? '');
  const json: Json = (status, corps) =>
    reponse.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(corps));
  const { pathname, searchParams } = new URL(requete.url ?? '', 'http://x');
  const { incident } = etat;
  if (pathname !== `/2010-04-01/Accounts/${COMPTE}/Messages.json`) {
    answerSolde(etat, pathname, json);
  } else if (incident !== null && 'html' in incident) {
    reponse.writeHead(incident.status).end(incident.html);
  } else if (incident !== null && 'status' in incident) {
    json(incident.status, { ...incident, message: `The 'To' number +33612345678`, more_info: '' });
  } else if (requete.method === 'GET') {
    const memes = etat.recus.map(toMessage).filter(({ to }) => to === searchParams.get('To'));
    json(200, { messages: memes.reverse(), page: 0, page_size: 50 });
  } else {
    etat.recus.push(Object.fromEntries(new URLSearchParams(Buffer.concat(bouts).toString('utf8'))));
    accept(etat, requete, json);
  }
}

function answerSolde({ solde }: ServeurTwilio, pathname: string, json: Json) {
  if (pathname === `/2010-04-01/Accounts/${COMPTE}/Balance.json` && solde !== null) {
    json(200, { account_sid: COMPTE, balance: solde, currency: 'EUR' });
  } else {
    json(404, { code: 20404, message: 'not found', status: 404 });
  }
}

function accept({ recus, incident }: ServeurTwilio, requete: IncomingMessage, json: Json) {
  const message = toMessage(recus.at(-1)!, recus.length - 1);
  if (incident === null) json(201, message);
  else if ('etat' in incident) {
    json(201, { ...message, status: incident.etat, error_code: incident.code });
  } else if ('apres' in incident && incident.apres === 'coupure') requete.socket.destroy();
}

function toMessage(formulaire: Record<string, string>, rang: number) {
  return {
    sid: `SM${String(rang + 1).padStart(32, '0')}`,
    to: formulaire.To,
    body: formulaire.Body,
    direction: 'outbound-api',
    status: 'queued',
    num_segments: formulaire.MessagingServiceSid === undefined ? '1' : '0',
    date_created: new Date().toUTCString(),
    error_code: null,
  };
}
