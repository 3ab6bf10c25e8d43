import { z } from 'zod';
import { idSchema } from './identifiant';
import type { But, Modalite, TypeContact, TypeDestinataire } from './vocabulaire';
import {
  butSchema,
  LIBELLES_MODALITE,
  modaliteSchema,
  typeContactSchema,
  typeDestinataireSchema,
} from './vocabulaire';

/** Guide §5.a: « taille limitée à 2 méga », all the files of a modele together (decision E3). */
/** Beyond, Gmail hides the end of a message: the unsubscribe link first. */
export const POIDS_AFFICHE_MAX = 102 * 1024;

/** Bytes of a text in UTF-8. */
export function countOctets(texte: string): number {
  return Array.from(texte).reduce((octets, lettre) => {
    const point = lettre.codePointAt(0) ?? 0;
    return octets + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);
  }, 0);
}

export const TAILLE_MAX_PIECES_JOINTES = 2 * 1024 * 1024;

/** Bytes, of all these files together. */
export function sumTailles(pieces: readonly { taille: number }[]): number {
  return pieces.reduce((somme, { taille }) => somme + taille, 0);
}

/** Guide §5 (fields of the missing §5.b: decision E4). `modalites` null: as computed from the signets. */
export const modeleSchema = z.object({
  typeContact: typeContactSchema,
  nom: z
    .string()
    .trim()
    .min(1, { error: 'Le nom du modèle est obligatoire : saisissez-le.' })
    .max(255, { error: 'Le nom du modèle dépasse 255 caractères : raccourcissez-le.' }),
  objet: z
    .string()
    .trim()
    .max(255, { error: 'L’objet dépasse 255 caractères : raccourcissez-le.' })
    .default(''),
  message: z.string().max(500_000, { error: 'Le message est trop long : raccourcissez-le.' }),
  destinataires: z
    .array(typeDestinataireSchema)
    .min(1, { error: 'Choisissez au moins un type de destinataires.' }),
  but: butSchema,
  inactif: z.boolean().default(false),
  modalites: z.array(modaliteSchema).nullable().default(null),
  piecesJointes: z.array(idSchema).max(20).default([]),
});
export type Modele = z.infer<typeof modeleSchema>;

/** Decision F7: a newsletter is a promotion whatever was asked. */
export function butOf(typeContact: TypeContact, but: But): But {
  return typeContact === 'newsletter' ? 'promotion' : but;
}

/** What leans on a modele. `envois` counts every envoi, past or to come. */
export interface UsageModele {
  envois: number;
  programmes: number;
  effectues: number;
  campagnes: number;
  envoisAutomatiques: number;
}

/** A line of the lists of guide §5.a. */
export interface LigneModele {
  documentId: string;
  nom: string;
  objet: string;
  typeContact: TypeContact;
  destinataires: TypeDestinataire[];
  modalites: Modalite[];
  but: But;
  inactif: boolean;
  creePar: string;
  creeLe: string;
  modifiePar: string;
  modifieLe: string;
  /** How many files it carries. */
  piecesJointes: number;
  usage: UsageModele;
  /** Why there is no bin; null when the modele may be deleted. */
  raisonSuppressionImpossible: string | null;
}

/** Guide §5.c: a modele already sent, or held by an envoi automatique, can only be made inactif. */
export function canDelete(usage: UsageModele): boolean {
  return usage.envois === 0 && usage.campagnes === 0 && usage.envoisAutomatiques === 0;
}

/** Guide §5.c: why the bin is missing, for its tooltip; null when it is there. */
export function raisonSuppressionImpossible(usage: UsageModele): string | null {
  if (usage.envoisAutomatiques > 0) {
    return 'Ce modèle sert dans un envoi automatique : rendez-le inactif plutôt que de le supprimer.';
  }
  if (usage.programmes > 0) {
    return 'Ce modèle sert dans un prochain envoi : rendez-le inactif plutôt que de le supprimer.';
  }
  return canDelete(usage)
    ? null
    : 'Ce modèle a déjà été envoyé : rendez-le inactif plutôt que de le supprimer.';
}

/** Decision E9: why a modele is not offered in this place. */
export function raisonHorsModalite(nom: string, modalite: Modalite): string {
  return `le modèle « ${nom} » n’est pas prévu pour « ${LIBELLES_MODALITE[modalite]} »`;
}

/** Decision F8: the modalités asked for, when the signets allow them; null means all that they allow. */
export function modalitesRefusees(
  demandees: readonly Modalite[] | null,
  possibles: readonly Modalite[]
): Modalite[] {
  return (demandees ?? []).filter((modalite) => !possibles.includes(modalite));
}
