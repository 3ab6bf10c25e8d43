import type { Core } from '@strapi/strapi';
import { errors, yup } from '@strapi/utils';

const A_RENSEIGNER = 'À renseigner.';

const FORMES: Readonly<Record<string, string>> = {
  number: 'Saisissez un nombre.',
  boolean: 'Répondez par oui ou par non.',
  date: 'Saisissez une date.',
  array: 'Une liste est attendue.',
  object: 'La valeur n’a pas la forme attendue.',
};

interface Defaut {
  type: string;
  value: unknown;
  originalValue?: unknown;
}

function phraseType({ type, value, originalValue = value }: Defaut): string {
  return originalValue === null || originalValue === undefined || originalValue === ''
    ? A_RENSEIGNER
    : (FORMES[type] ?? 'Saisissez un texte.');
}

/** An empty choice is allowed without being one of the values to show. */
function phraseChoix({ values }: { values: string }): string {
  const choix = values.split(', ').filter((valeur) => valeur !== '');
  return `Choisissez parmi : ${choix.join(', ')}.`;
}

/** The sentences of yup, shown beside the field they speak of. */
const PHRASES = {
  mixed: {
    default: 'La valeur n’est pas valable.',
    required: A_RENSEIGNER,
    defined: A_RENSEIGNER,
    oneOf: phraseChoix,
    notOneOf: 'Cette valeur n’est pas permise.',
    notType: phraseType,
  },
  string: {
    length: '${length} caractères exactement.',
    min: '${min} caractères au moins.',
    max: '${max} caractères au plus.',
    matches: 'La valeur n’a pas la forme attendue.',
    email: 'Saisissez une adresse e-mail, comme prenom.nom@mon-association.fr.',
    url: 'Saisissez une adresse complète, qui commence par https://.',
    uuid: 'La valeur n’a pas la forme attendue.',
    trim: 'Retirez les espaces au début et à la fin.',
    lowercase: 'En minuscules seulement.',
    uppercase: 'En majuscules seulement.',
  },
  number: {
    min: '${min} au moins.',
    max: '${max} au plus.',
    lessThan: 'Moins de ${less}.',
    moreThan: 'Plus de ${more}.',
    positive: 'Un nombre positif.',
    negative: 'Un nombre négatif.',
    integer: 'Saisissez un nombre entier.',
  },
  date: { min: 'Pas avant le ${min}.', max: 'Pas après le ${max}.' },
  array: {
    min: 'Choisissez-en ${min} au moins.',
    max: 'Choisissez-en ${max} au plus.',
    length: 'Choisissez-en ${length}.',
  },
  object: { noUnknown: 'Ces champs ne sont pas connus : ${unknown}.' },
};

/** What Strapi says otherwise, when a fiche is saved. */
const TRADUCTIONS: readonly (readonly [RegExp, string])[] = [
  [/^(\d+) errors occurred$/, '$1 champs sont à corriger.'],
  [/^Invalid format, expected yyyy-MM-dd$/, 'Saisissez une date qui existe, comme 2022-12-24.'],
  [/^Invalid time format,.*/, 'Saisissez une heure, comme 09:30.'],
  [/^Invalid .*(?:date|timestamp).*/, 'Saisissez une date et une heure qui existent.'],
  [/^This attribute must be unique$/, 'Cette valeur est déjà prise.'],
  [
    /^(?:\d+ relation\(s\) of type .* do not exist|Document with id .* not found|Invalid relations?.*)$/s,
    'La fiche choisie n’existe plus : rechargez la page, puis choisissez-en une autre.',
  ],
  [
    /^Some of the provided components in .* are not related to the entity$/,
    'Cette fiche a été modifiée entre-temps : rechargez la page, puis refaites vos modifications.',
  ],
];

function translate(phrase: string): string {
  const [motif, traduction] = TRADUCTIONS.find(([anglais]) => anglais.test(phrase)) ?? [];
  return motif === undefined || traduction === undefined
    ? phrase
    : phrase.replace(motif, traduction);
}

/** In place: its class decides the status of the answer. */
function translateErreur(erreur: unknown): void {
  if (!(erreur instanceof Error)) {
    return;
  }
  erreur.message = translate(erreur.message);
  if (erreur instanceof errors.ApplicationError) {
    const { errors: champs } = erreur.details as { errors?: { message: string }[] };
    champs?.forEach((champ) => {
      champ.message = translate(champ.message);
    });
  }
}

/** Strapi validates in English what its panel shows as it comes. */
export function speakFrench(strapi: Core.Strapi): void {
  yup.setLocale(PHRASES as Parameters<typeof yup.setLocale>[0]);
  for (const [methode, isVide] of [
    ['notNil', (valeur: unknown) => valeur === null || valeur === undefined],
    ['notNull', (valeur: unknown) => valeur === null],
  ] as const) {
    yup.addMethod(yup.mixed, methode, function defined(this: yup.AnySchema, phrase?: string) {
      return this.test('defined', phrase ?? A_RENSEIGNER, (valeur) => !isVide(valeur));
    });
  }
  strapi.documents.use(async (_contexte, next) => {
    try {
      return await next();
    } catch (erreur) {
      translateErreur(erreur);
      throw erreur;
    }
  });
}
