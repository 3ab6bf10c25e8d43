import { z } from 'zod';
import { createHeureSchema } from './heure';
import { addDays, instantOf, localDate, localHeure, nextEnvoiDuSoir } from './horaire';
import { jourSchema } from './jour';
import { isJourFerie } from './jours-feries';
import type { But, TypeContact } from './vocabulaire';

const heureSchema = createHeureSchema('Saisissez une heure, comme 8h ou 19h30.');

/** Decision B13: when a promotional SMS may leave. `fin` is excluded. */
export const heuresPromotionSchema = z
  .object({
    debut: heureSchema.default('08:00'),
    fin: heureSchema.default('20:00'),
    /** Days of the week, Monday 1 to Sunday 7. */
    jours: z
      .array(z.int().min(1).max(7))
      .min(1, { error: 'Choisissez au moins un jour de la semaine.' })
      .default([1, 2, 3, 4, 5, 6]),
    joursFeries: z.boolean().default(false),
    /** The association is there: Good Friday and the 26th of December are holidays too. */
    alsaceMoselle: z.boolean().default(false),
    /** Days on which the association is closed: nothing of promotion leaves. */
    fermetures: z.array(jourSchema).max(366).default([]),
  })
  .refine(({ debut, fin }) => debut < fin, {
    path: ['fin'],
    error: 'L’heure de fin doit suivre l’heure de début.',
  })
  .refine(({ debut, fin }) => debut >= '08:00' && fin <= '22:00', {
    path: ['debut'],
    error:
      'Un SMS de promotion part entre 08:00 et 22:00 : choisissez des heures dans cet intervalle.',
  });
export type HeuresPromotion = z.infer<typeof heuresPromotionSchema>;

export const HEURES_PROMOTION: HeuresPromotion = heuresPromotionSchema.parse({});

/** What a departure is computed from: the association's clock, its evening, its hours for promotions. */
export interface Horaires {
  zone: string;
  /** 'HH:mm' of the evening. */
  heure: string;
  heuresPromotion: HeuresPromotion;
}

const DIMANCHE = 7;

function isJourOuvert(date: string, zone: string, heuresPromotion: HeuresPromotion): boolean {
  const jour = new Date(`${date}T00:00:00Z`).getUTCDay();
  return (
    heuresPromotion.jours.includes(jour === 0 ? DIMANCHE : jour) &&
    (heuresPromotion.joursFeries || !isJourFerie(date, { ...heuresPromotion, zone })) &&
    !heuresPromotion.fermetures.includes(date)
  );
}

/** Zones of the numbers that do not live on metropolitan time, by what follows the +. */
const ZONES_NUMERO: readonly (readonly [string, string])[] = [
  ['262639', 'Indian/Mayotte'],
  ['262', 'Indian/Reunion'],
  ['508', 'America/Miquelon'],
  ['590', 'America/Guadeloupe'],
  ['594', 'America/Cayenne'],
  ['596', 'America/Martinique'],
  ['681', 'Pacific/Wallis'],
  ['687', 'Pacific/Noumea'],
  ['689', 'Pacific/Tahiti'],
];

/** The clock of the person who holds the number: 19h in Paris is 22h in Saint-Denis. Else the association's. */
export function zoneOfNumero(e164: string, zone: string): string {
  return ZONES_NUMERO.find(([prefixe]) => e164.startsWith(`+${prefixe}`))?.[1] ?? zone;
}

/** May a promotional SMS leave now? Messages de suivi and e-mails never ask. */
export function isWindowOpen(
  now: Date,
  zone: string,
  heuresPromotion: HeuresPromotion = HEURES_PROMOTION
): boolean {
  const heure = localHeure(now, zone);
  return (
    heure >= heuresPromotion.debut &&
    heure < heuresPromotion.fin &&
    isJourOuvert(localDate(now, zone), zone, heuresPromotion)
  );
}

/**
 * The next evening at which promotional SMS may leave, shown when scheduling. An hour outside the window
 * (a setting) gives way to the opening of the window.
 */
export function nextSoirPromotion(
  now: Date,
  zone: string,
  heure = '19:00',
  heuresPromotion: HeuresPromotion = HEURES_PROMOTION
): Date {
  const retenue =
    heure >= heuresPromotion.debut && heure < heuresPromotion.fin ? heure : heuresPromotion.debut;
  let date = localDate(nextEnvoiDuSoir(now, zone, retenue), zone);
  while (!isJourOuvert(date, zone, heuresPromotion)) {
    date = addDays(date, 1);
  }
  return instantOf(date, retenue, zone);
}

interface Genre {
  typeContact: TypeContact;
  but: But;
}

/** Decision B13 concerns these only. */
export function isSmsDePromotion({ typeContact, but }: Genre): boolean {
  return typeContact === 'sms' && but === 'promotion';
}

/** Guide §7.b, §9.b: this evening, or the next one allowed to a promotional SMS. */
export function departDuSoir(
  genre: Genre,
  now: Date,
  { zone, heure, heuresPromotion }: Horaires
): Date {
  return isSmsDePromotion(genre)
    ? nextSoirPromotion(now, zone, heure, heuresPromotion)
    : nextEnvoiDuSoir(now, zone, heure);
}
