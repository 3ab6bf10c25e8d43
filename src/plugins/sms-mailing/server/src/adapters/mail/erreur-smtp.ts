import { TransportError } from '../../../../core/errors';
import type { IssueTransport, PorteeTransport } from '../../../../core/errors';
import { raisonDuDestinataire, readStatut } from '../../../../core/rebonds/diagnostics';
import type { Retour } from '../../../../core/rebonds/rebond';
import { phraseChiffrement, phrasePanne } from '../reseau/phrase-panne';

/** What nodemailer says of a failure. */
export interface EchecSmtp {
  readonly code: string;
  /** Command it failed at: CONN, MAIL FROM, RCPT TO, DATA… */
  readonly commande: string;
  /** 0 without an answer of the server. */
  readonly codeReponse: number;
  readonly reponse: string;
  readonly message: string;
}

const QUART_HEURE_MS = 15 * 60 * 1000;
const CODES_CONFIGURATION = new Set([
  'EAUTH',
  'ENOAUTH',
  'EOAUTH2',
  'EREQUIRETLS',
  'ECONFIG',
  'EPROXY',
]);
const RELAIS_REFUSE = /relay(ing)?\b.{0,20}\b(denied|not permitted|prohibited)|unable to relay/i;
const AUTHENTIFICATION_DEMANDEE = new Set([530, 534, 535, 538]);
const CHIFFREMENT = /certificate|\bSSL\b|\bTLS\b|tlsv1|handshake/i;
/** Postgrey and others: to this sender for this recipient, and the next try passes. */
const LISTE_GRISE = /gr[ea]y-?\s?list/i;
/** RFC 3463: the address or the mailbox (x.1, x.2); the server itself or its network (x.3, x.4). */
const STATUT_DU_DESTINATAIRE = /^4\d\d[ -]4\.[12]\./;
const STATUT_DU_SERVEUR = /^4\d\d[ -]4\.[34]\./;

/**
 * What a failed hand-over means. An answer of the server is always definite. Without one, the message is
 * `incertain` once its last byte went to the socket (`pointFinal`), otherwise it did not leave.
 */
export function classifyErreurSmtp(erreur: unknown, pointFinal: boolean): TransportError {
  const echec = readEchec(erreur);
  const issue = issueOf(echec, pointFinal);
  return new TransportError(issue, sentenceOf(issue, echec), {
    code: codeOf(echec),
    reessayerDansMs: issue === 'reessayer' ? delayOf(echec) : null,
    portee: porteeOf(echec, issue),
    retour: issue === 'refuse' ? retourOf(echec) : null,
  });
}

export function readEchec(erreur: unknown): EchecSmtp {
  const brut = (typeof erreur === 'object' && erreur !== null ? erreur : {}) as Record<
    string,
    unknown
  >;
  return {
    code: typeof brut.code === 'string' ? brut.code : '',
    commande: typeof brut.command === 'string' ? brut.command : '',
    codeReponse: typeof brut.responseCode === 'number' ? brut.responseCode : 0,
    reponse: typeof brut.response === 'string' ? brut.response : '',
    message: typeof brut.message === 'string' ? brut.message : '',
  };
}

function issueOf(echec: EchecSmtp, pointFinal: boolean): IssueTransport {
  const { code, codeReponse } = echec;
  if (isChiffrement(echec)) return 'configuration';
  if (codeReponse >= 400 && codeReponse < 500) return 'reessayer';
  if (CODES_CONFIGURATION.has(code) || AUTHENTIFICATION_DEMANDEE.has(codeReponse)) {
    return 'configuration';
  }
  if (codeReponse >= 500) return issueOf5xx(echec);
  if (pointFinal) return 'incertain';
  return isRefusLocal(echec) ? 'refuse' : 'reessayer';
}

/** A certificate or a handshake: Node says it in words, and nodemailer calls it a fault of the socket. */
function isChiffrement({ code, message }: EchecSmtp): boolean {
  return code === 'ETLS' || (code === 'ESOCKET' && CHIFFREMENT.test(message));
}

/** A 5xx about the message or its recipient is a refusal; about the sender or the session it would hit everyone. */
function issueOf5xx({ code, codeReponse, commande, reponse }: EchecSmtp): IssueTransport {
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return 'reessayer'; // greeting, EHLO: the server, not us
  if (codeReponse === 503) return 'reessayer'; // bad sequence of commands: the session, not the message
  if (codeReponse === 552 || reponse.includes('5.3.4')) return 'refuse'; // too big
  if (commande === 'MAIL FROM' || RELAIS_REFUSE.test(reponse)) return 'configuration';
  return 'refuse';
}

/** Docs/adr/0031: said at RCPT, what a report of non-delivery would say later. The relay names no other server. */
function retourOf({ commande, codeReponse, reponse }: EchecSmtp): Retour | null {
  const raison =
    commande === 'RCPT TO' && codeReponse >= 500 ? raisonDuDestinataire(reponse) : null;
  return raison === null ? null : { raison, par: '', code: readStatut(reponse) };
}

/** nodemailer refused before speaking: an unusable address, or a message above the SIZE the server announced. */
function isRefusLocal({ code }: EchecSmtp): boolean {
  return code === 'EENVELOPE' || code === 'EMESSAGE';
}

function isDuMessage({ code }: EchecSmtp): boolean {
  return code === 'EENVELOPE' || code === 'EMESSAGE';
}

/** Whom it concerns: no answer, or one to the connection, is what any other message would have met. */
function porteeOf(echec: EchecSmtp, issue: IssueTransport): PorteeTransport {
  switch (issue) {
    case 'refuse':
    case 'incertain':
      return 'message';
    case 'configuration':
      return isDuMessage(echec) && echec.commande === 'RCPT TO' ? 'douteuse' : 'transport';
    case 'reessayer':
      return porteeOfReport(echec);
  }
}

/** « Later »: said of one recipient, of the server, or of nobody in particular. */
function porteeOfReport(echec: EchecSmtp): PorteeTransport {
  const { codeReponse, commande, reponse } = echec;
  if (codeReponse === 0) return 'transport';
  if (codeReponse === 421 || !isDuMessage(echec)) return 'rythme';
  if (LISTE_GRISE.test(reponse) || STATUT_DU_DESTINATAIRE.test(reponse)) return 'message';
  return commande === 'MAIL FROM' || STATUT_DU_SERVEUR.test(reponse) ? 'rythme' : 'douteuse';
}

/** A mailbox that is full or a greylist wants time; what is the server's is paced by the transport. */
function delayOf(echec: EchecSmtp): number | null {
  return porteeOfReport(echec) === 'message' ? QUART_HEURE_MS : null;
}

/** Enhanced status (5.1.1) when there is one, else the reply code, else nodemailer's. */
function codeOf({ code, codeReponse, reponse }: EchecSmtp): string | null {
  const enrichi = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(reponse)?.[1];
  return enrichi ?? (codeReponse === 0 ? code || null : String(codeReponse));
}

function sentenceOf(issue: IssueTransport, echec: EchecSmtp): string {
  const raison = reasonOf(echec);
  switch (issue) {
    case 'refuse':
      return `Le serveur de messagerie a refusé le message : ${raison}`;
    case 'reessayer':
      return `Le serveur de messagerie n’a pas pu prendre le message pour l’instant : ${raison}`;
    case 'incertain':
      return 'Le serveur de messagerie n’a pas confirmé la réception du message : il est peut-être parti.';
    case 'configuration':
      return `Le compte ou l’expéditeur de messagerie est refusé, vérifiez les réglages SMTP : ${raison}`;
  }
}

/** The server's own words on one line; not those that answer AUTH, which may quote the login. */
function reasonOf({ code, codeReponse, reponse, message }: EchecSmtp): string {
  if (code === 'EAUTH') {
    return `authentification refusée${codeReponse === 0 ? '' : ` (${String(codeReponse)})`}`;
  }
  if (code === 'ESOCKET' && CHIFFREMENT.test(message)) {
    return phraseChiffrement(message);
  }
  if (reponse !== '') return reponse.replace(/\s+/g, ' ').slice(0, 300);
  return code === 'EENVELOPE' || code === 'EMESSAGE'
    ? message.slice(0, 200)
    : (phrasePanne(code) ?? 'il n’a pas dit pourquoi');
}
