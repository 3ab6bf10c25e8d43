const FORME_INCONNUE = 'La valeur n’a pas la forme attendue.';

/** What a value must be, by the type that yup names. */
export const FORMES: Readonly<Record<string, string>> = {
  number: 'Saisissez un nombre.',
  boolean: 'Répondez par oui ou par non.',
  date: 'Saisissez une date.',
  array: 'Une liste est attendue.',
  object: FORME_INCONNUE,
  string: 'Saisissez un texte.',
};

export const A_RENSEIGNER = 'À renseigner.';
const FICHE_ABSENTE =
  'La fiche choisie n’existe plus : rechargez la page, puis choisissez-en une autre.';
const COMPTE_ABSENT = 'Ce compte n’existe plus : rechargez la page.';

type Traduction = readonly [RegExp, string | ((trouve: RegExpExecArray) => string)];

/** Of the fiches: Content Manager and REST. */
const FICHES: readonly Traduction[] = [
  [/^(\d+) errors occurred$/, '$1 champs sont à corriger.'],
  [/^Invalid format, expected yyyy-MM-dd$/, 'Saisissez une date qui existe, comme 2022-12-24.'],
  [/^Invalid time format,.*/, 'Saisissez une heure, comme 09:30.'],
  [/^Invalid .*(?:date|timestamp).*/, 'Saisissez une date et une heure qui existent.'],
  [/^This attribute must be unique$/, 'Cette valeur est déjà prise.'],
  [
    /^(?:\d+ relation\(s\) of type .* do not exist|Document with id .* not found|Invalid relations?.*)$/s,
    FICHE_ABSENTE,
  ],
  [/^Document not found.*/, FICHE_ABSENTE],
  [
    /^Some of the provided components in .* are not related to the entity$/,
    'Cette fiche a été modifiée entre-temps : rechargez la page, puis refaites vos modifications.',
  ],
  [/^Missing "data" payload in the request body$/, 'Donnez les champs de la fiche dans « data ».'],
  [/^Invalid key (\S+) at (.+)$/, 'Le champ « $1 » n’est pas connu de « $2 ».'],
  [/^Invalid key (.+)$/s, 'Le champ « $1 » n’est pas connu.'],
  [/^Invalid '(\w+)' parameter\..*/s, 'Donnez à « $1 » un nombre entier, 1 ou plus.'],
  [/^Invalid parameter at '.*/s, 'Donnez un numéro de page entier, 1 ou plus.'],
  [/^Invalid (\w+) parameter\..*/s, 'La valeur de « $1 » n’a pas la forme attendue.'],
  [/^Invalid nested populate.*|^Invalid populate.*/s, 'Cette liaison n’est pas connue.'],
  [/^Invalid sort query$/, 'Ce tri n’est pas connu.'],
  [
    /^Invalid input: expected (\w+), received.*/s,
    ([, type = '']) => FORMES[type] ?? FORME_INCONNUE,
  ],
  [/^(?:Too big|Too small|Invalid option|Unrecognized keys?|Invalid input).*/s, FORME_INCONNUE],
  [/^Expected an? (\w+), got .*/s, ([, type = '']) => FORMES[type] ?? FORME_INCONNUE],
];

/** Of what yup was told to say before it could be told otherwise: the accounts. */
const CHAMPS: readonly Traduction[] = [
  [/^.+ must be a `(\w+)` type,.*/s, ([, type = '']) => FORMES[type] ?? FORME_INCONNUE],
  [/^.+ is a required field$|^.+ must be defined\.?$|^.+ cannot be null\.?$/s, A_RENSEIGNER],
  [/^.+ must be a valid email$/s, 'Saisissez une adresse e-mail, comme prenom.nom@exemple.fr.'],
  [/^.+ must be a lowercase string$/s, 'En minuscules seulement.'],
  [/^.+ must be at least (\d+) characters$/s, '$1 caractères au moins.'],
  [/^.+ must be at most (\d+) characters$/s, '$1 caractères au plus.'],
  [/^.+ field must have at least (\d+) items$/s, 'Choisissez-en $1 au moins.'],
  [/^.+ must be less than 73 bytes$/s, '72 caractères au plus, moins avec des accents.'],
  [/^.+ must contain at least one lowercase character$/s, 'Ajoutez au moins une minuscule.'],
  [/^.+ must contain at least one uppercase character$/s, 'Ajoutez au moins une majuscule.'],
  [/^.+ must contain at least one number$/s, 'Ajoutez au moins un chiffre.'],
  [
    /^.+ must be one of the following values: (.+)$/s,
    ([, valeurs = '']) => `Choisissez parmi : ${valeurs}.`,
  ],
  [/^.+ field has unspecified keys: (.+)$/s, 'Ces champs ne sont pas connus : $1.'],
  [/^.+ (?:must match the following: .*|is not a valid id|is invalid)$/s, FORME_INCONNUE],
];

/** « User not active » stays: the panel reads it to show its own page. */
const COMPTES: readonly Traduction[] = [
  [/^Invalid credentials$/, 'L’adresse e-mail ou le mot de passe n’est pas le bon.'],
  [
    /^Email already taken$|^A user with this email address already exists$/,
    'Un compte a déjà cette adresse e-mail.',
  ],
  [/^User (?:does not exist|not found)$/, COMPTE_ABSENT],
  [/^You cannot delete your own user$/, 'On ne supprime pas son propre compte.'],
  [
    /^You must have at least one user with super admin role\.$/,
    'Gardez au moins un Super administrateur.',
  ],
  [/^You cannot delete the super admin role$/, 'Le rôle Super administrateur ne se supprime pas.'],
  [
    /^Some roles are still assigned to some users$/,
    'Des utilisateurs ont encore ce rôle : donnez-leur-en un autre d’abord.',
  ],
  [
    /^The name must be unique and a role with name `(.+)` already exists\.$/s,
    'Un rôle s’appelle déjà « $1 » : choisissez un autre nom.',
  ],
  [/^(?:Name already taken)$/, 'Ce nom est déjà pris : choisissez-en un autre.'],
  [
    /^(?:This reset password token has expired|Token expired|Invalid registration(?:Token| info))$/,
    'Ce lien n’est plus valable : demandez-en un nouveau.',
  ],
  [
    /^Invalid password\. Expected a minimum of 8 characters.*/,
    'Le mot de passe a 8 caractères au moins, dont une majuscule et un chiffre.',
  ],
  [
    /^Too many requests, please try again later\.$/,
    'Trop d’essais : attendez quelques minutes, puis recommencez.',
  ],
];

const TRADUCTIONS = [...FICHES, ...COMPTES, ...CHAMPS];

/** In French, if it is one of the sentences of Strapi that a person may meet; else as it comes. */
export function translate(phrase: string): string {
  for (const [motif, traduction] of TRADUCTIONS) {
    const trouve = motif.exec(phrase);
    if (trouve !== null) {
      return typeof traduction === 'string'
        ? phrase.replace(motif, traduction)
        : traduction(trouve);
    }
  }
  return phrase;
}
