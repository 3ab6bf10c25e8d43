import { z } from 'zod';
import { fournisseurRetoursSchema } from './fournisseur-retours';

/** A name or a number of a machine, without anything around it. */
const HOTE = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\[?[0-9A-Fa-f:.]{2,45}\]?)?$/;

/** The local part leaves room for « + » and a token of 21 letters (RFC 5321 §4.5.3.1). */
const LOCAL_MAX = 42;

const adresseSchema = z
  .union([
    z.literal(''),
    z.email({ error: 'Saisissez une adresse, comme rebonds@votre-domaine.fr.' }),
  ])
  .refine((adresse) => adresse.indexOf('@') <= LOCAL_MAX, {
    error: `Avant le @, l’adresse de retour compte ${String(LOCAL_MAX)} lettres au plus.`,
  });

/** Where messages that could not be delivered come back: a mailbox that is read (IMAP), a provider that tells. */
export const boiteRebondsSchema = z.object({
  /** Envelope sender of the envois. Empty: the sender's own address. */
  adresse: adresseSchema.default(''),
  /** The mailbox takes `rebonds+…@`: each envoi then has its own return address. */
  adressesPlus: z.boolean().default(false),
  /** Empty: no mailbox is read. */
  hote: z
    .string()
    .trim()
    .max(253)
    .regex(HOTE, {
      error: 'Saisissez le nom du serveur seul, comme imap.votre-hebergeur.fr, sans « https:// ».',
    })
    .default(''),
  port: z
    .int()
    .min(1, { error: 'Le port va de 1 à 65535 ; 993 est le plus courant.' })
    .max(65_535, { error: 'Le port va de 1 à 65535 ; 993 est le plus courant.' })
    .default(993),
  utilisateur: z.string().trim().max(255).default(''),
  /** Null: no provider tells. */
  fournisseur: fournisseurRetoursSchema.nullable().default(null),
});
export type BoiteRebonds = z.infer<typeof boiteRebondsSchema>;

/** What the password of the mailbox belongs to: whatever changes of it, it is to be typed again. */
export function describeLienBoite({ hote, port, utilisateur }: BoiteRebonds): string {
  return JSON.stringify(['imap', hote.toLowerCase(), port, utilisateur]);
}

/** What is still missing before the mailbox can be read; empty when none is wanted. */
export function listManquantsBoite(
  { hote, utilisateur }: BoiteRebonds,
  motDePasse: string
): string[] {
  if (hote === '') {
    return [];
  }
  return [
    ...(utilisateur === '' ? ['Utilisateur'] : []),
    ...(motDePasse === '' ? ['Mot de passe'] : []),
  ];
}

/** How the last turns went. ISO instants. */
export interface EtatLecture {
  /** Null: never read. */
  luLe: string | null;
  /** Since the mailbox is read: put away, and left as they were. */
  traites: number;
  laisses: number;
  /** Why it cannot be read now, and since when; null when it can. */
  echec: string | null;
  echecDepuis: string | null;
}
