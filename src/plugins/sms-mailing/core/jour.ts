import { z } from 'zod';

const DEBUT = '1900-01-01';
const FIN = '2100-12-31';

/** Beyond, a date is a slip of the keyboard or stands for « toujours »; computing with it goes wrong. */
export function isJourPlausible(jour: string): boolean {
  return jour >= DEBUT && jour <= FIN;
}

export const PHRASE_JOUR = 'Saisissez une date entre 1900 et 2100.';

/** A day that exists, 'YYYY-MM-DD'. `manque`: what to do when there is none, or one that does not exist. */
export function createJourSchema(manque: string): z.ZodISODate {
  return z.iso.date({ error: manque, abort: true }).refine(isJourPlausible, { error: PHRASE_JOUR });
}

/** Any day that exists, however far. */
export const jourSchema = z.iso.date();
