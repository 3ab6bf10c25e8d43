import { z } from 'zod';
import { documentIdSchema } from '../identifiant';
import { createJourSchema } from '../jour';
import { PAGE_ECRITE } from '../page';
import { typeDestinataireSchema, type TypeContact, type TypeDestinataire } from '../vocabulaire';
import type { RetourDit } from './adresses';
import type { Destinations } from './fiches';
import type { OppositionDite } from './oppositions';

/** Guide §3, §8.a and §9.a: the search pages, and the header of a person. Read from an address, where all is text. */

const texte = z.string().trim().max(120).default('');
const jour = createJourSchema('Saisissez une date.');
const sens = z.enum(['asc', 'desc']).default('asc');

/** The address of a person: her family, and her fiche where one is opened. */
export const adressePersonneSchema = z.object({
  typeDestinataire: typeDestinataireSchema,
  documentId: documentIdSchema.optional(),
});

/** GET /personnes/:typeDestinataire. Guide §3: « Nom », « Un n° de téléphone », and an e-mail. */
export const demandePersonnesSchema = z.object({
  recherche: texte,
  nom: texte,
  telephone: texte,
  email: texte,
  /** `miens`: those one follows first, then by name. */
  tri: z.enum(['miens', 'nom', 'antenne', 'referent']).default('miens'),
  sens,
  ...PAGE_ECRITE,
});
export type DemandePersonnes = z.infer<typeof demandePersonnesSchema>;

export interface LignePersonne {
  documentId: string;
  /** « PALMER Julien »; for a partner, its contact référent. */
  nom: string;
  raisonSociale: string | null;
  /** Of a partner. */
  typePartenaire: string | null;
  secteurActivite: string | null;
  /** « E-mail de référence », or the courriel pro. */
  email: string | null;
  telephone: string | null;
  antenne: string | null;
  referent: string | null;
  /** Followed by who asks. */
  aMoi: boolean;
  inactif: boolean;
  ficheTest: boolean;
}

export interface PagePersonnes {
  total: number;
  lignes: LignePersonne[];
}

/** GET /actions. Guide §3: « Objet », « Lieu d'action », « Intervenant BGE »; and a period. */
export const demandeActionsSchema = z.object({
  recherche: texte,
  objet: texte,
  site: documentIdSchema.optional(),
  intervenant: documentIdSchema.optional(),
  du: jour.optional(),
  au: jour.optional(),
  /** Those of this person. */
  entrepreneur: documentIdSchema.optional(),
  /** Mine alone. */
  miennes: z.enum(['true', 'false']).default('false'),
  /** `proches`: today and after, nearest first, then the past, latest first. */
  tri: z.enum(['proches', 'date', 'objet', 'lieu']).default('proches'),
  sens,
  ...PAGE_ECRITE,
});
export type DemandeActions = z.infer<typeof demandeActionsSchema>;

/** « 2(0)/10 » (decision G15): inscrits, surbooking, capacité. */
export interface Remplissage {
  inscrits: number;
  surbookes: number;
  capacite: number | null;
}

export interface LigneAction extends Remplissage {
  documentId: string;
  /** 'YYYY-MM-DD' */
  date: string;
  /** 'HH:mm' */
  heureDebut: string | null;
  heureFin: string | null;
  objet: string;
  lieu: string | null;
  intervenant: string | null;
  annulee: boolean;
  /** Led by who asks. */
  aMoi: boolean;
  /** Of the person asked about: « Inscrit », « Présent ». */
  participation: { statut: string; presence: string } | null;
}

export interface PageActions {
  total: number;
  lignes: LigneAction[];
}

export type OppositionsDites = Readonly<Partial<Record<TypeContact, OppositionDite>>>;

/** GET /personnes/:typeDestinataire/:documentId: the header of guide §9.a, and where she would be written to. */
export interface FichePersonne {
  documentId: string;
  typeDestinataire: TypeDestinataire;
  nom: string;
  raisonSociale: string | null;
  fonction: string | null;
  referent: string | null;
  antenne: string | null;
  adresse: string | null;
  email: string | null;
  telephone: string | null;
  projets: string[];
  /** « Entreprise accompagnée », of an entrepreneur. */
  entreprise: string | null;
  /** Null where the guide has none. */
  consentement: string | null;
  inactif: boolean;
  ficheTest: boolean;
  /** For a message of suivi. */
  destinations: Destinations;
  /** Of her addresses that came back: what was said last. */
  retour: RetourDit | null;
  /** Of what an opposition stops: since when, and how it was said. */
  oppositions: OppositionsDites;
  /** Envois programmed for her: they follow her coordonnées. */
  programmes: number;
  /** Whose coordonnées are used: her own fiche, or that of the contact référent; null: no référent. */
  coordonnees: string | null;
}
