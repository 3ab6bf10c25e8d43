import { z } from 'zod';
import { documentIdSchema } from '../identifiant';
import { PAGE_ECRITE } from '../page';
import { typeDestinataireSchema, type TypeDestinataire } from '../vocabulaire';

/** What a person no longer wants: newsletters and promotions, SMS, or anything. */
export const porteeSchema = z.enum(['newsletter', 'sms', 'tout']);
export type Portee = z.infer<typeof porteeSchema>;

/** As the pages say what is stopped. */
export const LIBELLES_PORTEE: Readonly<Record<Portee, string>> = {
  newsletter: 'Newsletters et promotions',
  sms: 'SMS',
  tout: 'Tout message',
};

/**
 * A closed list: a free text would end up holding personal data. The words are for the page; the last four
 * are never chosen by a user.
 * @public
 */
export const RAISONS_OPPOSITION = {
  demande_orale: 'Demande faite de vive voix ou au téléphone',
  demande_ecrite: 'Demande reçue par écrit',
  erreur_de_saisie: 'Saisie par erreur',
  nouvel_accord: 'La personne demande de nouveau à recevoir des messages',
  stop: 'STOP répondu à un SMS',
  lien: 'Lien de désinscription d’un message',
  plainte: 'Message signalé comme indésirable',
  effacement: 'Effacement de la personne',
} as const;
const raisonSchema = z.enum([
  'demande_orale',
  'demande_ecrite',
  'erreur_de_saisie',
  'nouvel_accord',
]);

const personneSchema = z.object({
  typeDestinataire: typeDestinataireSchema,
  documentId: documentIdSchema,
});
export type PersonneVisee = z.infer<typeof personneSchema>;

/** GET /oppositions/:typeDestinataire/:documentId */
export const demandeOppositionsSchema = personneSchema;

/**
 * POST /oppositions and /oppositions/lever: a person with all her coordonnées, or one address or number, as it
 * is typed or pasted.
 */
export const gesteOppositionSchema = z.object({
  cible: z.union([
    personneSchema,
    z.object({ adresse: z.string().trim().min(3, { error: 'Saisissez une adresse.' }).max(320) }),
  ]),
  portee: porteeSchema,
  raison: raisonSchema,
});
export type GesteOpposition = z.infer<typeof gesteOppositionSchema>;

/**
 * Whom an erasure forgets: a fiche, the contact of a company, or whoever received an envoi, when no fiche leads
 * to her any more.
 */
const cibleEffacementSchema = z.union([
  personneSchema,
  z.object({
    typeDestinataire: z.literal('contact_partenaire'),
    documentId: personneSchema.shape.documentId,
  }),
  z.object({ envoiId: z.int().positive().max(2_147_483_647) }),
]);
export type CibleEffacement = z.infer<typeof cibleEffacementSchema>;

/** The fiches whose name the historique may hold. */
export type TypeNomme = Extract<CibleEffacement, { documentId: string }>['typeDestinataire'];

/** Why a fiche cannot be deleted yet. */
export interface FicheNommee {
  nom: string;
  envois: number;
}

/** POST /effacements (RGPD, art. 17). `confirme` repeats what cannot be undone. */
export const effacementSchema = z.intersection(
  cibleEffacementSchema,
  z.object({ confirme: z.literal(true, { error: 'Confirmez : un effacement ne se défait pas.' }) })
);

/** POST /oppositions/lever: a new agreement says where it can be found. */
export const leveeOppositionSchema = gesteOppositionSchema
  .extend({ preuve: z.string().trim().max(255).default('') })
  .refine(({ raison, preuve }) => raison !== 'nouvel_accord' || preuve !== '', {
    path: ['preuve'],
    error: 'Dites où se trouve le nouvel accord de la personne, par exemple « e-mail du 3 mars ».',
  });

/** GET /oppositions */
export const demandeListeSchema = z.object({
  recherche: z.string().trim().max(120).default(''),
  portee: porteeSchema.optional(),
  ...PAGE_ECRITE,
});
export type DemandeListe = z.infer<typeof demandeListeSchema>;

/** A person, or an address that no person is known by, and what it receives no more. */
export interface LigneOpposition {
  id: number;
  /** Null: an address alone, or a fiche that is no more, or outside the périmètre. */
  typeDestinataire: TypeDestinataire | null;
  documentId: string | null;
  nom: string | null;
  raisonSociale: string | null;
  /** Of an address alone, while a fiche bears it; else nobody can read it. */
  adresse: string | null;
  /** Of a person, whatever her fiche became. */
  dUnePersonne: boolean;
  portee: Portee;
  source: string;
  raison: string;
  /** '' when the person did it herself. */
  auteur: string;
  survenueLe: string;
}

export interface PageOppositions {
  total: number;
  lignes: LigneOpposition[];
}

/** The oldest opposition that stops a message, beside who is left out by it. */
export interface OppositionDite {
  source: string;
  /** ISO 8601 */
  survenueLe: string;
}

interface OppositionLue {
  portee: Portee;
  source: string;
  survenueLe: string;
  /** Said by someone else who bears the same address: lifting that of this person leaves it. */
  autrePersonne: boolean;
}

interface GesteLu {
  geste: 'opposition' | 'levee' | 'effacement';
  portee: Portee;
  raison: string;
  /** Of a lifting: where the new agreement is. */
  preuve: string | null;
  /** '' when the person did it herself. */
  auteur: string;
  survenuLe: string;
}

/** What holds at one address of a person, or of the person whatever the address (null), and who did what. */
export interface CoordonneeOpposee {
  adresse: string | null;
  oppositions: OppositionLue[];
  journal: GesteLu[];
}

export interface ResultatOpposition {
  /** Zero: it was there already. */
  ajoutees: number;
  /** Fiches that it stops; zero: nobody bears this address today. */
  personnes: number;
}

export interface ResultatLevee {
  levees: number;
  /** What still holds for that person or that address, in another scope or said by someone else. */
  restent: number;
}

export interface ResultatEffacement {
  /** Lines of the historique that no longer say whose they are. */
  envois: number;
  /** Programmed envois that will not leave. */
  annules: number;
  /** Fingerprints kept so that an import does not write again. */
  empreintes: number;
}
