import { TransportError } from '../../../../core/errors';
import type { IssueTransport } from '../../../../core/errors';
import { phrasePanne } from '../reseau/phrase-panne';

const SENTENCES: Readonly<Record<IssueTransport, string>> = {
  refuse: 'a refusé le SMS',
  reessayer: 'n’a pas pu prendre le SMS pour l’instant',
  incertain: 'n’a pas confirmé la prise en charge du SMS : il est peut-être parti',
  configuration: 'refuse le compte ou l’expéditeur, vérifiez les réglages SMS',
};

export interface EchecSms {
  issue: IssueTransport;
  code: string;
  /** What the operator says, already fit to be shown. */
  raison?: string;
  reessayerDansMs?: number | null;
}

export function createErreurSms(operateur: string, echec: EchecSms): TransportError {
  const { issue, code, raison = '', reessayerDansMs = null } = echec;
  const detail = raison === '' ? '' : ` : ${raison}`;
  return new TransportError(
    issue,
    `${operateur} ${SENTENCES[issue]}${detail} (${phrasePanne(code) ?? code}).`,
    {
      code,
      reessayerDansMs,
      // Too many requests, a full queue, no network: never this SMS alone.
      portee: issue === 'reessayer' ? 'transport' : 'message',
    }
  );
}

/** Before anything of the request was sent. */
const JAMAIS_PARTI =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$|CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/;

/** A request that got no answer: has it left? */
export function issueOfCode(code: string): IssueTransport {
  return JAMAIS_PARTI.test(code) ? 'reessayer' : 'incertain';
}

/** What an HTTP status alone says of a request to send. */
export function issueOfStatus(status: number): IssueTransport {
  if (status === 429) return 'reessayer';
  if (status === 401 || status === 403 || status === 404) return 'configuration';
  if (status >= 300 && status < 400) return 'configuration'; // the address has moved
  return status >= 400 && status < 500 && status !== 408 ? 'refuse' : 'incertain';
}

const LONGUEUR = 160;

/**
 * An operator's own words on one line, without what they may repeat of ours: secrets, numbers, addresses
 * of pages.
 */
export function cleanRaison(texte: string, secrets: readonly string[]): string {
  const sansSecrets = secrets
    .filter((secret) => secret !== '')
    .reduce((courant, secret) => courant.replaceAll(secret, '•••'), texte);
  return sansSecrets
    .replace(/<[^>]*>/g, ' ')
    .replace(/(For more informations? ?: ?)?https?:\S+/gi, '')
    .replace(/\+?\d{7,}/g, '•••')
    .replace(/\s+/g, ' ')
    .replace(/[ .]+$/, '')
    .trim()
    .slice(0, LONGUEUR);
}
