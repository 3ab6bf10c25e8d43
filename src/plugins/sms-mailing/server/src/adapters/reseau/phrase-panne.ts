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

/** What Node says of a handshake that failed, in English and with OpenSSL's own words. */
const PHRASES_TLS: readonly (readonly [dit: RegExp, phrase: string])[] = [
  [/expired|not yet valid/i, 'son certificat n’est plus, ou pas encore, valable'],
  [
    /altname|does not match/i,
    'son certificat est au nom d’un autre serveur : vérifiez l’adresse du serveur',
  ],
  [/certificate|issuer|unable to/i, 'son certificat n’est pas reconnu'],
  [
    /wrong version|packet length|unknown protocol|unexpected message/i,
    'il ne chiffre pas ainsi à ce port : vérifiez le port et le chiffrement choisi',
  ],
];

/** Why a connection could not be encrypted, in words that say what to check. */
export function phraseChiffrement(message: string): string {
  const connue = PHRASES_TLS.find(([dit]) => dit.test(message))?.[1];
  return `connexion chiffrée impossible, ${connue ?? 'vérifiez le port et le chiffrement choisi'}`;
}
