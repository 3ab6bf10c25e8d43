import type { Core } from '@strapi/strapi';

/** What opens something, wherever it stands in a line; what is around it stays readable. */
const SECRETS: readonly RegExp[] = [
  // The links of answers and of désinscription, and the addresses that operators report to.
  /(\/api\/c\/)[^\s/?#"']+/gi,
  /(\/sms-mailing\/d\/)[^\s/?#"']+/gi,
  /(\/sms-mailing\/suivi\/[^\s/?#"']+\/)[^\s/?#"']+/gi,
  /(\bauthorization["']?\s*[:=]\s*["']?)[^"'\r\n,}]+/gi,
  /(\b(?:bearer|basic)\s+)[\w.~+/=-]{8,}/gi,
  // Invitations, forgotten passwords, confirmations of addresses, the tokens of other sites.
  /([?&](?:registrationToken|code|confirmation|token|access_token|id_token|refresh_token|jwt|secret|password)=)[^\s&#"']+/gi,
];

export function redactSecrets(texte: string): string {
  return SECRETS.reduce((courant, secret) => courant.replace(secret, '$1•••'), texte);
}

/** Where winston leaves the line that it writes. */
const LIGNE = Symbol.for('message');

/** Every line of Strapi's logger, at every level: its requests, its errors and ours. */
export function redactLogs({ log: { format } }: Core.Strapi): void {
  const transform = format.transform.bind(format);
  format.transform = (info, options) => {
    const rendu = transform(info, options);
    if (typeof rendu === 'object' && typeof rendu[LIGNE] === 'string') {
      rendu[LIGNE] = redactSecrets(rendu[LIGNE]);
    }
    return rendu;
  };
}
