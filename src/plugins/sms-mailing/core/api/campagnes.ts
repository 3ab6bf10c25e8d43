import { z } from 'zod';
import type { RefusDit } from '../accord';
import { type FiltresCampagne } from '../filtres-campagne';
import type { BilanCampagne, OrigineCampagne, StatutCampagne } from '../campagne';
import type { Etalement } from '../etalement';
import type { MotifExclusion } from '../motif';
import type { OppositionDite } from './oppositions';
import type { PieceJointeDeposee } from './modeles';
import type { But, StatutEnvoi, TypeContact, TypeDestinataire } from '../vocabulaire';
import { typeContactSchema, typeDestinataireSchema } from '../vocabulaire';

/** Guide §7 as the panel asks for it, beside the schemas of `core/campagne.ts`. The panel reads them through `EnJson`. */

/** GET /campagnes-modeles: « Ne sont listés ici que les modèles pour lesquels l'entrepreneur a été renseigné ». */
export const demandeModelesCampagneSchema = z.object({
  typeContact: typeContactSchema,
  typeDestinataire: typeDestinataireSchema,
  /** « Afficher tout »: also those that no campagne can send, with the reason (decision E9). */
  tout: z.enum(['true', 'false']).default('false'),
});
export type DemandeModelesCampagne = z.infer<typeof demandeModelesCampagneSchema>;

/** The columns of guide §7.b. */
export interface LigneModeleCampagne {
  documentId: string;
  nom: string;
  objet: string;
  but: But;
  piecesJointes: number;
  /** « Type destinataire » */
  destinataires: TypeDestinataire[];
  campagnes: number;
  programmes: number;
  effectues: number;
  /** Why it cannot be chosen; null when it can. */
  raison: string | null;
}

/** What sending an SMS to the persons counted would cost. */
export interface CoutSms {
  credits: number;
  /** Measured on some of them, and extended to all. */
  estime: boolean;
  /** SMS left in the packages; null: « décompte non suivi ». */
  disponible: number | null;
}

/** POST /campagnes/destinataires: a line of one onglet. */
export interface LigneDestinataire {
  id: number;
  documentId: string;
  civilite: string | null;
  nom: string;
  prenom: string | null;
  raisonSociale: string | null;
  /** The e-mail or number that will really be used, or why there is none. */
  adresse: string | null;
  motif: MotifExclusion | null;
  opposition: OppositionDite | null;
  /** The tick that stops it, when a box does. */
  refus: RefusDit | null;
  telephone: string | null;
  /** Null for an entrepreneur. */
  fonction: string | null;
  antenne: string | null;
  /** Of the contact individuel, else of the first address. */
  ville: string | null;
  referent: string | null;
  /** 'YYYY-MM-DD' */
  dateSituation: string | null;
  /** Left out of « tout cocher », may be ticked by hand (decision F13). */
  ficheTest: boolean;
  /** The envoi that puts this person in its onglet; null in « non faits » when there never was one. */
  envoi: { id: number; statut: StatutEnvoi; motif: string | null; prevuLe: Date } | null;
  /** When this modele last reached the person, whatever the campagne (decision C6). */
  dernierEnvoiLe: Date | null;
  /** Messages of any modèle already programmed for this person, for that evening. */
  memeSoir: number;
  /** Fiches that bear this e-mail, this one included; 0 for a number, or where nothing leaves. */
  memeAdresse: number;
}

export interface ListeDestinataires {
  total: number;
  /** `total` is what the database expects: ask again with `compte: 'exact'` for what it counts. */
  estime?: true;
  lignes: LigneDestinataire[];
}

/** Everyone filtered is in one of the three onglets. */
export interface ComptesDestinataires {
  effectues: number;
  programmes: number;
  nonFaits: {
    total: number;
    /** Will receive. */
    joignables: number;
    /** Will not, and why. */
    motifs: Partial<Record<MotifExclusion, number>>;
    /** Among `joignables`, those whom this modele reached within JOURS_ENVOI_RECENT days. */
    recents: number;
  };
}

/** POST /campagnes/comptes: the recap of guide §7.b. */
export interface RecapCampagne {
  comptes: ComptesDestinataires;
  /** « Les filtres : », one line each. */
  filtres: string[];
  /** Names of the fiches that the filters point at, by documentId. */
  noms: Record<string, string>;
  depart: Date;
  /** « Partira ce soir à 19h00 » */
  phraseDepart: string;
  /** « Retenu : … »: why it would wait when its hour comes (decisions G3, G4); null: it leaves. */
  retenu: string | null;
  /** Null for an e-mail or a newsletter. */
  sms: CoutSms | null;
  /** They leave to everyone. */
  piecesJointes: PieceJointeDeposee[];
  /** What the hourly limit of e-mails puts off; null: all of it leaves that evening. */
  etalement: Etalement | null;
}

/** POST /campagnes: what was scheduled, and what not. */
export interface CampagneProgrammee {
  /** Null when nobody new was scheduled and no campagne existed. */
  campagneId: number | null;
  programmes: number;
  /** Ticked, but this modele already awaits them this evening (decision C6). */
  dejaProgrammes: number;
  /** Ticked, but this very campagne has already reached them. */
  dejaEnvoyes: number;
  /** Ticked, but cannot receive. */
  motifs: Partial<Record<MotifExclusion, number>>;
  depart: Date;
  phraseDepart: string;
  /** SMS credits held back; 0 for e-mails. */
  credits: number;
}

/** GET /campagnes/:id: « rouvrir la campagne paramétrée » (guide §7.c). */
export interface CampagneOuverte {
  id: number;
  documentId: string;
  modeleDocumentId: string | null;
  modeleNom: string | null;
  typeContact: TypeContact;
  /** '' when it bears none. */
  libelle: string;
  filtres: FiltresCampagne;
  prevuLe: Date;
  annuleeLe: Date | null;
  lignesFiltres: string[];
  /** What fills the filter boxes again, by documentId. */
  labels: Record<string, string>;
}

/** POST /campagnes/historique, guide §7.c: a campagne, or what the fiches Entrepreneur asked of one modèle for one evening. */
export interface LigneCampagne {
  origine: OrigineCampagne;
  campagneId: number | null;
  /** Of the campagne; null for the fiches Entrepreneur. */
  documentId: string | null;
  modeleDocumentId: string | null;
  modeleNom: string;
  libelle: string;
  /** Who programmed it; '' when several did, or nobody is known. */
  auteur: string;
  typeContact: TypeContact;
  typeDestinataire: TypeDestinataire;
  prevuLe: Date;
  bilan: BilanCampagne;
  statut: StatutCampagne;
  /** « Nombre d'envois »: persons who received it; 0 while scheduled (decision C3). */
  envois: number;
}

export interface HistoriqueCampagnes {
  total: number;
  lignes: LigneCampagne[];
}
