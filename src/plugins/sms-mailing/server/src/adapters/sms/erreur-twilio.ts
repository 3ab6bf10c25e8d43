import { TransportError, type IssueTransport } from '../../../../core/errors';
import { CODE_OPPOSITION } from '../../services/ports/sms';
import { createErreurSms, issueOfCode, issueOfStatus } from './erreur-sms';

/** Twilio's answer to a wrong recipient when that person sent STOP. */
const STOP = 21610;

/**
 * twilio.com/docs/api/errors, the codes that an SMS can meet. `douteuse`: of this recipient with this sender, or
 * of the account; `rythme`: it asks for less.
 */
type Genre = IssueTransport | 'douteuse' | 'rythme';
const CODES: Readonly<Record<number, readonly [Genre, string]>> = {
  20003: ['configuration', 'identifiants refusés'],
  20404: ['configuration', 'compte inconnu'],
  20429: ['rythme', 'trop de demandes à la fois'],
  21211: ['refuse', 'le numéro n’est pas valide'],
  21212: ['douteuse', 'l’expéditeur n’est pas valide'],
  21217: ['refuse', 'le numéro n’est pas valide'],
  21408: ['douteuse', 'ce pays n’est pas ouvert sur le compte'],
  21602: ['refuse', 'le texte est vide'],
  21603: ['configuration', 'aucun expéditeur'],
  21606: ['douteuse', 'l’expéditeur n’appartient pas au compte'],
  21608: ['douteuse', 'le compte d’essai n’écrit qu’aux numéros vérifiés'],
  [STOP]: ['refuse', 'la personne a répondu STOP à l’opérateur'],
  21612: ['refuse', 'aucun chemin vers ce numéro'],
  21614: ['refuse', 'le numéro n’est pas un mobile'],
  21617: ['refuse', 'le texte est trop long'],
  30001: ['rythme', 'file d’attente pleine'],
  30002: ['configuration', 'compte suspendu'],
  30003: ['refuse', 'le téléphone est injoignable'],
  30004: ['refuse', 'l’opérateur bloque le message'],
  30005: ['refuse', 'le numéro est inconnu'],
  30006: ['refuse', 'le numéro est fixe ou injoignable'],
  30007: ['refuse', 'l’opérateur filtre le message'],
};

/**
 * What a failed `messages.create` means. It has no idempotency key: whatever may have reached Twilio is
 * `incertain`. Nothing of the SDK's error is kept, as it holds the request, hence the number and the token.
 */
export function classifyErreurTwilio(erreur: unknown): TransportError {
  if (erreur instanceof TransportError) return erreur;
  const { status, code } = (typeof erreur === 'object' && erreur !== null ? erreur : {}) as {
    status?: unknown;
    code?: unknown;
  };
  if (typeof code === 'string') {
    return build(issueOfCode(code), code, '');
  }
  const numero = typeof code === 'number' ? code : 0;
  if (CODES[numero] !== undefined) return fromCode(numero);
  const http = typeof status === 'number' ? status : 0;
  return build(issueOfStatus(http), numero === 0 ? String(http) : String(numero), '');
}

/** Too busy, and it says for how long: the SMS was not taken. */
export function createReport(status: number, reessayerDansMs: number): TransportError {
  return createErreurSms('Twilio', { issue: 'reessayer', code: String(status), reessayerDansMs });
}

/** A refusal that Twilio words by its code alone, in a message or a delivery report. */
export function fromCode(code: number): TransportError {
  const [genre, raison] = CODES[code] ?? ['refuse', ''];
  return build(genre, isOpposition(code) ? CODE_OPPOSITION : String(code), raison);
}

export function isOpposition(code: number): boolean {
  return code === STOP;
}

function build(genre: Genre, code: string, raison: string): TransportError {
  switch (genre) {
    case 'douteuse':
      return createErreurSms('Twilio', { issue: 'configuration', portee: genre, code, raison });
    case 'rythme':
      return createErreurSms('Twilio', { issue: 'reessayer', portee: genre, code, raison });
    case 'refuse':
    case 'reessayer':
    case 'incertain':
    case 'configuration':
      return createErreurSms('Twilio', { issue: genre, code, raison });
  }
}
