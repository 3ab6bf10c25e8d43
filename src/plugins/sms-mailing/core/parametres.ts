import { z } from 'zod';
import { compteSmsSchema, type FournisseurSms } from './compte-sms';
import { couleurSchema } from './couleur';
import { createHeureSchema } from './heure';
import { heuresPromotionSchema } from './horaire-promotion';
import { isEnteteReserve, listEntetes } from './passerelle-sms';
import { paysSmsSchema } from './pays-sms';
import { boiteRebondsSchema } from './rebonds/boite-rebonds';
import { requireAll } from './require-all';
import { secretSchema, type Secret } from './secret';
import { isJourPlausible, PHRASE_JOUR } from './jour';
import type { EtatSecret } from './verification';
import { versionLueSchema } from './version-lue';
import type { Transport } from './vocabulaire';

/** Only what the runtime's own calendar knows can be computed with. */
function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('fr', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * The zones in which an association of the network may live; any other IANA name is accepted too.
 * @public
 */
export const ZONES_FRANCAISES: Readonly<Record<string, string>> = {
  'Europe/Paris': 'Métropole',
  'America/Guadeloupe': 'Guadeloupe',
  'America/Martinique': 'Martinique',
  'America/Cayenne': 'Guyane',
  'Indian/Reunion': 'La Réunion',
  'Indian/Mayotte': 'Mayotte',
  'America/Miquelon': 'Saint-Pierre-et-Miquelon',
  'Pacific/Noumea': 'Nouvelle-Calédonie',
  'Pacific/Tahiti': 'Polynésie française',
  'Pacific/Wallis': 'Wallis-et-Futuna',
};

const courrielSchema = z.union([z.literal(''), z.email()]);

/** Null: no limit. */
const debitSchema = z.number().positive().nullable().default(null);

/** What neither a header nor the database takes: control characters (line ends kept, or not) and half letters. */
function clean(texte: string, controles: RegExp): string {
  return texte
    .replace(controles, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();
}

const ligneSchema = z.string().overwrite((texte) => clean(texte, /\p{Cc}+/gu));
const lignesSchema = z.string().overwrite((texte) => clean(texte, /[^\P{Cc}\n]+/gu));

/** What an Administrateur chooses for the association; the machine's own settings stay in the environment. */
export const parametresSchema = z.object({
  /** Guide §1: « adresse générique d'envoi ». Empty: the sender of the environment. */
  expediteurNom: ligneSchema.max(120).default(''),
  expediteurAdresse: courrielSchema.default(''),
  repondreA: courrielSchema.default(''),
  /** Answers to an e-mail of suivi go to who follows the person, or to who replaces her (decision G17). */
  repondreAuReferent: z.boolean().default(false),
  adressePostale: lignesSchema.max(255).default(''),
  /** Of the pages that a link of a message opens. */
  couleur: couleurSchema,
  /** Guide §1: the SMS account. Its secrets are kept apart. */
  sms: compteSmsSchema.prefault({}),
  /** Where undelivered messages come back. Its password is kept apart. */
  rebonds: boiteRebondsSchema.prefault({}),
  /** Guide §5.a: « Nombre de caractère SMS limité à 155 par message ». */
  caracteresParSms: z.int().min(70).max(160).default(155),
  remplacerAccents: z.boolean().default(true),
  /** Calling codes of the countries where an SMS may leave; elsewhere it is excluded. */
  paysSms: paysSmsSchema,
  /** Decision E2. */
  autoriserDepassement: z.boolean().default(false),
  /** Decision E2: share of the packages in use, in hundredths, below which the screen asks to buy again. */
  seuilAlertePackages: z.int().min(1).max(90).default(10),
  /** Where the module writes to the association (stock of SMS). Empty: to its Administrateurs. */
  alertesA: courrielSchema.default(''),
  /** Each morning from 8h, what the evening will send, mailed to the same. */
  digestMatin: z.boolean().default(false),
  /** Decision F14: null until an Administrateur has chosen; a promotion then excludes « non renseigné ». */
  promotionSansConsentement: z.boolean().nullable().default(null),
  /** Decision B13. */
  heuresPromotion: heuresPromotionSchema.prefault({}),
  /** Guide §2.a « Un seul envoi le soir à 19h ». Null: the environment's. A missed evening is caught up until 21h. */
  heureDuSoir: createHeureSchema('Saisissez une heure, comme 19h ou 18h30.')
    .regex(/^(0[89]|1\d|20):/, { error: 'L’heure du soir va de 08:00 à 20:59.' })
    .nullable()
    .default(null),
  /** Decision B2. Null: the environment's. */
  zone: z
    .string()
    .refine(isZone, { error: 'Choisissez un fuseau de la liste.' })
    .nullable()
    .default(null),
  /** Envois of all instances together; null: as fast as the operator takes them. */
  smsParSeconde: debitSchema,
  emailsParSeconde: debitSchema,
  emailsParHeure: z.int().positive().nullable().default(null),
  /** Of that hour, in hundredths: the evening leaves it to what is sent from an action, at the click. */
  partDuClic: z.int().min(0).max(90).default(10),
  /** Decision G5: from the fiches, for who has no right to campagnes. */
  messagesParClic: z.int().min(1).max(10_000).default(50),
  messagesParJour: z.int().min(1).max(100_000).default(200),
  /** Decision F18: seconds in which an immediate envoi may still be cancelled. */
  repentirSecondes: z.int().min(0).max(60).default(30),
  /** Months that a text is kept. Not less than 13: until J+365 its occurrence may still be planned (docs/adr/0024). */
  texteMois: z
    .int()
    .min(13, { error: 'Le texte des messages se garde 13 mois au moins.' })
    .max(120, { error: 'Le texte des messages se garde 120 mois au plus.' })
    .default(13),
  /** Months that the proof of an envoi names who received it. */
  preuveMois: z
    .int()
    .min(13, { error: 'La preuve des envois se garde 13 mois au moins.' })
    .max(240, { error: 'La preuve des envois se garde 240 mois au plus.' })
    .default(60),
});
export type Parametres = z.infer<typeof parametresSchema>;

/**
 * What the panel sends back: all that it read, with its version. A part left out is refused, for a default would
 * overwrite what stands in the base; a secret left out stays with its account, null erases it.
 */
export const saisieParametresSchema = requireAll(parametresSchema)
  .extend({
    version: versionLueSchema,
    secrets: z.partialRecord(secretSchema, z.string().min(1).max(500).nullable()).default({}),
  })
  // Not in the schema of what is stored: an older base must still open.
  .refine(({ sms }) => !listEntetes(sms.passerelle).some(isEnteteReserve), {
    path: ['sms', 'passerelle'],
    error:
      'Un en-tête de cette passerelle est réservé à l’application ou à l’hébergeur (Host, Cookie, Metadata-…) : retirez-le.',
  })
  .refine(({ texteMois, preuveMois }) => texteMois <= preuveMois, {
    path: ['preuveMois'],
    error: 'La preuve des envois se garde au moins aussi longtemps que leur texte.',
  })
  .refine(({ heuresPromotion }) => heuresPromotion.fermetures.every(isJourPlausible), {
    path: ['heuresPromotion', 'fermetures'],
    error: PHRASE_JOUR,
  });
export type SaisieParametres = z.infer<typeof saisieParametresSchema>;

/** What the panel reads. No secret is among it. */
export interface ParametresLus {
  parametres: Parametres & { version: number };
  secrets: Readonly<Record<Secret, EtatSecret>>;
  /** What holds where a setting is left empty. */
  environnement: {
    expediteurNom: string;
    expediteurAdresse: string;
    fournisseur: FournisseurSms;
    zone: string;
    heureDuSoir: string;
  };
  /** Fields of the account in force that are still empty, as the screen calls them. */
  champsManquants: readonly string[];
  verifications: Readonly<Record<Transport, EtatVerification>>;
  /** Address to declare at the operator for its delivery reports; null: it needs none, or cannot reach us. */
  urlSuivi: string | null;
  /** Address to declare at the provider that tells what came back; null: there is none, or it cannot reach us. */
  urlRetours: string | null;
}

export interface EtatVerification {
  /** Of the sender and account of now. */
  verifie: boolean;
  verifieLe: string | null;
  /** Where the last code went; a number is hidden but for its ends. */
  vers: string;
  /** A code was sent and awaits to be typed. */
  codeAttendu: boolean;
}

/** « Tester la connexion ». `impossible`: nothing can be asked without sending. */
export interface ResultatConnexion {
  issue: 'ok' | 'echec' | 'impossible';
  phrase: string;
  /** What is left at the operator: SMS, or money in ISO 4217. */
  solde: { montant: number; unite: string } | null;
}
