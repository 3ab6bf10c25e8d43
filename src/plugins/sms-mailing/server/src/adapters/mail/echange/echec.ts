import type { Reponse } from './reponses';

/** An error in the shape of nodemailer's, which `classifyErreurSmtp` reads. */
export interface Echec extends Error {
  readonly code: string;
  readonly command: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** A failure of the session: the server is away, silent, or does not speak SMTP. */
export function createEchec(code: string, command: string, message: string): Echec {
  return Object.assign(new Error(message), { code, command });
}

/**
 * A reply that is not the one hoped for. Only a reply that says no (4xx, 5xx) is an answer about the message;
 * any other is a fault of the session.
 */
export function createRefus(code: string, command: string, reponse: Reponse): Echec {
  if (!isRefus(reponse)) {
    return createEchec('EPROTOCOL', command, `Unexpected reply: ${reponse.texte}`);
  }
  return Object.assign(new Error(reponse.texte), {
    code,
    command,
    responseCode: reponse.code,
    response: reponse.texte,
  });
}

export function isAccord({ code }: Reponse): boolean {
  return code >= 200 && code < 300;
}

export function isRefus({ code }: Reponse): boolean {
  return code >= 400 && code < 600;
}
