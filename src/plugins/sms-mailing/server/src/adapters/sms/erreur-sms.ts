import { TransportError } from '../../../../core/errors';
import type { IssueTransport, PorteeTransport } from '../../../../core/errors';
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
  /** By default: of everybody, except what is refused. */
  portee?: PorteeTransport;
}

export function createErreurSms(operateur: string, echec: EchecSms): TransportError {
  const { issue, code, raison = '', reessayerDansMs = null, portee = porteeOf(echec) } = echec;
  const detail = raison === '' ? '' : ` : ${raison}`;
  return new TransportError(
    issue,
    `${operateur} ${SENTENCES[issue]}${detail} (${phrasePanne(code) ?? code}).`,
    { code, reessayerDansMs, portee }
  );
}

/** Too many requests, a full queue, no network: never this SMS alone. */
function porteeOf({ issue, code, reessayerDansMs }: EchecSms): PorteeTransport {
  switch (issue) {
    case 'refuse':
    case 'incertain':
      return 'message';
    case 'configuration':
      return 'transport';
    case 'reessayer':
      return typeof reessayerDansMs === 'number' || code === '429' ? 'rythme' : 'transport';
  }
}

/** Before anything of the request was sent. */
const JAMAIS_PARTI =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$|CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS/;

/** A request that got no answer: has it left? */
export function issueOfCode(code: string): IssueTransport {
  return JAMAIS_PARTI.test(code) ? 'reessayer' : 'incertain';
}

const DU_COMPTE: ReadonlySet<number> = new Set([401, 403, 404]);

/** What an HTTP status alone says of a request to send; 503 with the time to come back was not taken. */
export function issueOfStatus(
  status: number,
  reessayerDansMs: number | null = null
): IssueTransport {
  if (status === 429 || (status === 503 && reessayerDansMs !== null)) return 'reessayer';
  // 3xx: the address has moved.
  if (DU_COMPTE.has(status) || Math.floor(status / 100) === 3) return 'configuration';
  return Math.floor(status / 100) === 4 && status !== 408 ? 'refuse' : 'incertain';
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
