import { z } from 'zod';
import { typeDestinataireSchema } from '../vocabulaire';

/** What a person no longer wants: newsletters and promotions, SMS, or anything. */
export const porteeSchema = z.enum(['newsletter', 'sms', 'tout']);
export type Portee = z.infer<typeof porteeSchema>;

/**
 * A closed list: a free text would end up holding personal data. The words are for the page.
 * @public
 */
export const RAISONS_OPPOSITION = {
  demande_orale: 'Demande faite de vive voix ou au téléphone',
  demande_ecrite: 'Demande reçue par écrit',
  erreur_de_saisie: 'Saisie par erreur',
  nouvel_accord: 'La personne demande de nouveau à recevoir des messages',
} as const;
const raisonSchema = z.enum([
  'demande_orale',
  'demande_ecrite',
  'erreur_de_saisie',
  'nouvel_accord',
]);

const personneSchema = z.object({
  typeDestinataire: typeDestinataireSchema,
  documentId: z.string().min(1).max(60),
});
export type PersonneVisee = z.infer<typeof personneSchema>;

/** GET /oppositions/:typeDestinataire/:documentId */
export const demandeOppositionsSchema = personneSchema;

/** POST /oppositions and /oppositions/lever: a person with all her coordonnées, or one address or number. */
export const gesteOppositionSchema = z.object({
  cible: z.union([
    personneSchema,
    z.object({ adresse: z.string().trim().min(3, { error: 'Saisissez une adresse.' }).max(320) }),
  ]),
  portee: porteeSchema,
  raison: raisonSchema,
});
export type GesteOpposition = z.infer<typeof gesteOppositionSchema>;

/** POST /effacements (RGPD, art. 17). `confirme` repeats what cannot be undone. */
export const effacementSchema = personneSchema.extend({
  confirme: z.literal(true, { error: 'Confirmez : un effacement ne se défait pas.' }),
});

/** One line of the coordonnées of a person: what it opposes today, and who did what. */
export interface CoordonneeOpposee {
  adresse: string;
  oppositions: { portee: Portee; source: string; survenueLe: string }[];
  journal: {
    geste: 'opposition' | 'levee' | 'effacement';
    portee: Portee;
    raison: string;
    auteur: string;
    survenuLe: string;
  }[];
}

export interface ResultatEffacement {
  /** Lines of the historique that no longer say whose they are. */
  envois: number;
  /** Programmed envois that will not leave. */
  annules: number;
  /** Fingerprints kept so that an import does not write again. */
  empreintes: number;
}
