import { adminApi } from '@strapi/strapi/admin';

/** Every endpoint of the module, over Strapi's own client: it carries the session and renews it. */
export const api = adminApi.enhanceEndpoints({
  addTagTypes: [
    'SmsModele',
    'SmsEnvoiAutomatique',
    'SmsPackage',
    'SmsParametres',
    'SmsSoiree',
    'SmsHistorique',
    'SmsProfil',
    'SmsCampagne',
    'SmsFiltre',
    'SmsFiche',
  ],
});

/** The module answers `{ data }`. */
export function readData<T>(reponse: { data: T }): T {
  return reponse.data;
}

/** The rule behind a refusal, when the server named one. */
export function regleErreur(erreur: unknown): unknown {
  const { details } = (erreur ?? {}) as { details?: { regle?: unknown } | null };
  return details?.regle ?? null;
}

/** The errors in which the server writes its own French sentence. */
const SIENNES: readonly string[] = ['ApplicationError', 'PolicyError'];
/** What Strapi puts in a refusal that says nothing of its own. */
const SANS_PHRASE = 'Policy Failed';
const DROITS = 'Votre profil ne permet pas cette opération : demandez-la à un administrateur.';

/** What Strapi says in English, by the name of its error. */
const PHRASES: Readonly<Record<string, string>> = {
  UnauthorizedError: 'Votre session est terminée : reconnectez-vous, puis recommencez.',
  ForbiddenError: DROITS,
  PolicyError: DROITS,
};

/** A failure as RTK Query reports it: the server's French sentence when it sent one. */
export function phraseErreur(erreur: unknown): string {
  if (typeof erreur === 'object' && erreur !== null && 'message' in erreur) {
    const { message } = erreur;
    const nom = 'name' in erreur ? erreur.name : '';
    if (
      typeof message === 'string' &&
      message !== '' &&
      message !== SANS_PHRASE &&
      SIENNES.includes(String(nom))
    ) {
      return message;
    }
    const phrase = PHRASES[String(nom)];
    if (phrase !== undefined) {
      return phrase;
    }
  }
  return 'Le serveur n’a pas répondu comme prévu : réessayez, puis prévenez un administrateur si cela dure.';
}
