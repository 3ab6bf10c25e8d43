import type { Core } from '@strapi/strapi';
import { yup } from '@strapi/utils';
import { A_RENSEIGNER, FORMES, translate } from './translations';

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

interface Refus {
  message: string;
  details?: { errors?: { message: string }[] } | null;
}

/** The one shape in which Strapi refuses. */
function translateRefus({ error }: { error?: Partial<Refus> | null }): void {
  if (typeof error?.message !== 'string') {
    return;
  }
  error.message = translate(error.message);
  error.details?.errors?.forEach((champ) => {
    champ.message = translate(champ.message);
  });
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
  strapi.server.use(async (ctx, next) => {
    await next();
    const { status, body } = ctx as { status: number; body: unknown };
    if (status >= 400 && status < 500 && typeof body === 'object' && body !== null) {
      translateRefus(body);
    }
  });
}
