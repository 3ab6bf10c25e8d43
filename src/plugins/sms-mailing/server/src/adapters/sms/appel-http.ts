import { fetch, type Response } from 'undici';
import { TransportError } from '../../../../core/errors';
import { ADRESSE_LOCALE, type Reseau } from '../reseau/reseau';
import { createErreurSms, issueOfCode } from './erreur-sms';

export interface Appel {
  url: string;
  methode: 'GET' | 'POST' | 'PUT';
  entetes: Readonly<Record<string, string>>;
  corps: string | URLSearchParams | null;
}

export interface ReponseHttp {
  status: number;
  texte: string;
  /** Answered from the Internet by the server asked: its words may be shown. */
  publique: boolean;
  /** « Retry-After », when the operator says it. */
  reessayerDansMs: number | null;
}

const TAILLE_MAX = 64 * 1024;

/** An endless answer is cut: what decides is at its beginning. */
async function readTexte(reponse: Response): Promise<string> {
  const bouts: Uint8Array[] = [];
  let taille = 0;
  const flux = reponse.body as AsyncIterable<Uint8Array> | null;
  for await (const bout of flux ?? []) {
    bouts.push(bout);
    taille += bout.length;
    if (taille > TAILLE_MAX) break;
  }
  return Buffer.concat(bouts).subarray(0, TAILLE_MAX).toString('utf8');
}

/** « Retry-After »: seconds, or a date against that of the answer. Null: neither. */
export function parseDelai(delai: string, date: string): number | null {
  const secondes = Number(delai);
  const ms = Number.isFinite(secondes) ? secondes * 1000 : Date.parse(delai) - Date.parse(date);
  return ms > 0 ? ms : null;
}

function readDelai({ headers }: Response): number | null {
  return parseDelai(headers.get('retry-after') ?? '', headers.get('date') ?? '');
}

/** undici hides the system's code in `cause`, sometimes twice. */
function codeOf(erreur: unknown): string {
  for (let courant: unknown = erreur, i = 0; i < 3 && courant instanceof Error; i++) {
    const { code } = courant as { code?: unknown };
    if (typeof code === 'string') return code;
    if (courant.name === 'TimeoutError') return 'ETIMEDOUT';
    const causes = (courant as { errors?: unknown[] }).errors;
    courant = Array.isArray(causes) ? causes[0] : courant.cause;
  }
  return 'reseau';
}

/** By what the request leaves, and how long it may take. */
export interface Acces {
  readonly reseau: Reseau;
  readonly delaiMs: number;
}

/**
 * One request and its whole answer within `delaiMs`. Redirections are not followed: they would carry the
 * credentials elsewhere. Nothing of the request is kept in the error.
 */
export async function callHttp(
  operateur: string,
  appel: Appel,
  { reseau, delaiMs }: Acces
): Promise<ReponseHttp> {
  if (!reseau.isPermise(appel.url)) {
    throw createErreurAdresse(operateur);
  }
  try {
    const reponse = await fetch(appel.url, {
      method: appel.methode,
      headers: appel.entetes,
      body: appel.corps,
      redirect: 'manual',
      dispatcher: reseau.dispatcher,
      signal: AbortSignal.timeout(delaiMs),
    });
    return {
      status: reponse.status,
      texte: await readTexte(reponse),
      publique: reseau.isPublique(appel.url),
      reessayerDansMs: readDelai(reponse),
    };
  } catch (erreur) {
    throw toErreur(operateur, erreur);
  }
}

function toErreur(operateur: string, erreur: unknown): TransportError {
  const code = codeOf(erreur);
  return code === ADRESSE_LOCALE
    ? createErreurAdresse(operateur)
    : createErreurSms(operateur, { issue: issueOfCode(code), code });
}

/** Nothing has left: the settings name what this machine does not let them reach. */
function createErreurAdresse(operateur: string): TransportError {
  return new TransportError(
    'configuration',
    `${operateur} : rien ne lui a été envoyé, son adresse n’est ni une adresse https:// publique, ni une adresse locale ouverte par l’installation (SMS_RESEAU_LOCAL).`,
    { code: 'adresse-locale' }
  );
}
