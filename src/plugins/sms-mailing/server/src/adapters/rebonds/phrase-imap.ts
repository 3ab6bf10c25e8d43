import { TransportError } from '../../../../core/errors';
import { phrasePanne } from '../reseau/phrase-panne';
import { ADRESSE_LOCALE } from '../reseau/reseau';

interface ErreurImap {
  code?: unknown;
  authenticationFailed?: unknown;
  responseStatus?: unknown;
}

const COUPURES = /^(?:NoConnection|EConnectionClosed|ClosedAfterConnect\w*|StateLogout)$/;
const CHIFFREMENT = /STARTTLS|TLS|SSL|CERT/i;

function phraseOf(code: string, message: string): string {
  const panne = phrasePanne(COUPURES.test(code) ? 'ECONNRESET' : code);
  if (panne !== null) {
    return `Le serveur de la boîte n’a pas répondu : ${panne}.`;
  }
  return CHIFFREMENT.test(`${code} ${message}`)
    ? 'Le serveur de la boîte n’accepte pas de connexion chiffrée sur ce port : essayez 993.'
    : 'La boîte n’a pas pu être lue : vérifiez le serveur et le port, puis prévenez l’administrateur.';
}

/** The server heard the command, and will not do it. */
export function isRefus(erreur: unknown): boolean {
  const { responseStatus } = (erreur ?? {}) as ErreurImap;
  return responseStatus === 'NO' || responseStatus === 'BAD';
}

/** What a mailbox answers, in a sentence that says what to do; never the server's own words, that may quote the login. */
export function toErreurImap(erreur: unknown): TransportError {
  const { code, authenticationFailed } = (erreur ?? {}) as ErreurImap;
  const nom = typeof code === 'string' ? code : '';
  if (authenticationFailed === true) {
    const phrase =
      'Le serveur de la boîte refuse l’utilisateur ou le mot de passe : vérifiez-les. L’utilisateur est souvent l’adresse entière.';
    return new TransportError('configuration', phrase, { code: 'EAUTH' });
  }
  if (nom === ADRESSE_LOCALE) {
    const phrase =
      'L’adresse du serveur de la boîte est sur un réseau local, fermé : faites-la ouvrir par l’administrateur du serveur (SMS_RESEAU_LOCAL), ou choisissez un serveur public.';
    return new TransportError('configuration', phrase, { code: nom });
  }
  if (isRefus(erreur)) {
    const phrase =
      'Le serveur de la boîte a refusé de l’ouvrir : vérifiez les droits de cet utilisateur.';
    return new TransportError('configuration', phrase, { code: 'NO' });
  }
  const message = erreur instanceof Error ? erreur.message : '';
  return new TransportError('reessayer', phraseOf(nom, message), { code: nom || null });
}
