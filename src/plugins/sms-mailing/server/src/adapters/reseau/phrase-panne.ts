/** What the system, undici and nodemailer call a server that was never spoken to, or no longer answers. */
const PHRASES: readonly (readonly [codes: RegExp, phrase: string])[] = [
  [
    /^(ENOTFOUND|EAI_AGAIN|EDNS|EHOSTUNREACH|ENETUNREACH)$/,
    'son adresse est introuvable : vérifiez-la, et la connexion à Internet',
  ],
  [/^ECONNREFUSED$/, 'rien ne répond à cette adresse : vérifiez-la, et le port'],
  [/TIMEOUT|^ETIMEDOUT$/, 'il n’a pas répondu à temps'],
  [/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|^ETLS$|^EREQUIRETLS$/, 'son certificat n’est pas accepté'],
  [
    /^(E(CONNRESET|CONNABORTED|CONNECTION|SOCKET|PIPE|PROTOCOL|STREAM)|UND_ERR_\w+|reseau)$/,
    'la connexion n’a pas pu s’ouvrir, ou s’est coupée',
  ],
];

/** Null: the code is one that the server itself gave. */
export function phrasePanne(code: string): string | null {
  return PHRASES.find(([codes]) => codes.test(code))?.[1] ?? null;
}
