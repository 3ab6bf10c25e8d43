import type { z } from 'zod';

type Defaut = z.core.$ZodRawIssue;

const A_RENSEIGNER = 'À renseigner.';

const FORMES: Readonly<Record<string, string>> = {
  email: 'Saisissez une seule adresse e-mail, comme contact@mon-association.fr.',
  date: 'Saisissez une date, comme 24/12/2022.',
  time: 'Saisissez une heure, comme 19:00.',
  datetime: 'Saisissez une date et une heure.',
  url: 'Saisissez une adresse complète, qui commence par https://.',
};

function phraseType({ expected, input }: { expected: string; input?: unknown }): string {
  if (input === undefined || input === null || input === '') {
    return A_RENSEIGNER;
  }
  if (expected === 'int') {
    return 'Saisissez un nombre entier.';
  }
  return expected === 'number' ? 'Saisissez un nombre.' : 'La valeur n’a pas la forme attendue.';
}

function phraseTrop(origine: string, maximum: string): string {
  if (origine === 'string') {
    return `${maximum} caractères au plus.`;
  }
  return origine === 'array' ? `${maximum} choix au plus.` : `${maximum} au plus.`;
}

function phrasePeu(origine: string, minimum: string, inclusive: boolean): string {
  if (origine === 'string') {
    return minimum === '1' ? A_RENSEIGNER : `${minimum} caractères au moins.`;
  }
  if (origine === 'array') {
    return minimum === '1' ? 'Choisissez-en au moins un.' : `${minimum} choix au moins.`;
  }
  return inclusive ? `${minimum} au moins.` : `Plus de ${minimum}.`;
}

function phraseBorne(defaut: Defaut): string | null {
  if (defaut.code === 'too_big') {
    return phraseTrop(defaut.origin, String(defaut.maximum));
  }
  return defaut.code === 'too_small'
    ? phrasePeu(defaut.origin, String(defaut.minimum), defaut.inclusive === true)
    : null;
}

function phraseForme(defaut: Defaut): string | null {
  if (defaut.code === 'invalid_type') {
    return phraseType(defaut);
  }
  if (defaut.code === 'invalid_format') {
    return FORMES[defaut.format] ?? 'La valeur n’a pas la forme attendue.';
  }
  return defaut.code === 'invalid_value' ? 'Choisissez une valeur de la liste.' : null;
}

/** What a person must do about a fault that its schema does not name itself. */
function phraseDefaut(defaut: Defaut): string {
  if (defaut.code === 'unrecognized_keys') {
    return `Champ inconnu : ${defaut.keys.join(', ')}.`;
  }
  return phraseForme(defaut) ?? phraseBorne(defaut) ?? 'La valeur n’est pas acceptée.';
}

/** Reads what was typed by its schema; each fault is a French sentence that says what to do. */
export function parseSaisie<T>(schema: z.ZodType<T>, valeur: unknown): z.ZodSafeParseResult<T> {
  return schema.safeParse(valeur, { error: phraseDefaut });
}
