import { z } from 'zod';

/** The countries that a screen offers, by calling code; any other one may be opened through the API. */
export const PAYS_SMS: Readonly<Record<string, string>> = {
  '33': 'France métropolitaine',
  '262': 'La Réunion et Mayotte',
  '590': 'Guadeloupe, Saint-Martin et Saint-Barthélemy',
  '596': 'Martinique',
  '594': 'Guyane',
  '508': 'Saint-Pierre-et-Miquelon',
  '687': 'Nouvelle-Calédonie',
  '689': 'Polynésie française',
  '681': 'Wallis-et-Futuna',
  '32': 'Belgique',
  '352': 'Luxembourg',
  '41': 'Suisse',
  '377': 'Monaco',
  '376': 'Andorre',
  '49': 'Allemagne',
  '34': 'Espagne',
  '39': 'Italie',
  '351': 'Portugal',
  '44': 'Royaume-Uni',
  '31': 'Pays-Bas',
  '48': 'Pologne',
  '40': 'Roumanie',
  '212': 'Maroc',
  '213': 'Algérie',
  '216': 'Tunisie',
  '221': 'Sénégal',
  '225': 'Côte d’Ivoire',
  '237': 'Cameroun',
  '269': 'Comores',
  '261': 'Madagascar',
};

/** France and its overseas territories: elsewhere an SMS costs several times more, and is what abuse is after. */
export const PAYS_SMS_PAR_DEFAUT: readonly string[] = [
  '33',
  '262',
  '590',
  '596',
  '594',
  '508',
  '687',
  '689',
  '681',
];

/** Calling codes; no calling code begins another one. */
export const paysSmsSchema = z
  .array(z.string().regex(/^[1-9]\d{0,3}$/, { error: 'Un indicatif compte 1 à 4 chiffres.' }))
  .min(1, { error: 'Choisissez au moins un pays où les SMS peuvent partir.' })
  .max(60)
  .default([...PAYS_SMS_PAR_DEFAUT]);

/** Whether an SMS may leave to this number, in E.164. */
export function isPaysPermis(numeroE164: string, pays: readonly string[]): boolean {
  return pays.some((indicatif) => numeroE164.startsWith(`+${indicatif}`));
}
