import type { CaseAccord, LigneAccord, RefusDit } from '../../../../core/accord';
import type {
  CibleEffacement,
  CoordonneeOpposee,
  DemandeListe,
  FicheNommee,
  OppositionDite,
  PageOppositions,
  PersonneVisee,
  Portee,
  ResultatEffacement,
  ResultatLevee,
  ResultatOpposition,
  TypeNomme,
} from '../../../../core/api/oppositions';
import type { Rubrique } from '../../../../core/dossier';
import type { Perimetre } from '../../../../core/perimetre';
import type { TypeDestinataire } from '../../../../core/vocabulaire';

export interface Geste {
  portee: Portee;
  raison: string;
  /** Of a lifting by a new agreement: where it is. */
  preuve?: string | null;
  auteurId: number;
  now: Date;
}

/** Of whom a gesture is about: a person, an address alone. */
export type SujetOpposition = { personne: PersonneVisee } | { adresse: string };

/** What a person may ask of the module whatever the envois: opposition and erasure. */
export interface PersonneStore {
  /** Null: a company without a référent, nobody is written to there. */
  readOppositions(personne: PersonneVisee): Promise<CoordonneeOpposee[] | null>;
  /** What the CRM holds of the person really written to; null: nobody. */
  readRubriques(personne: PersonneVisee): Promise<Rubrique[] | null>;
  /** A page of them, within the périmètre. */
  listOppositions(demande: DemandeListe, perimetre: Perimetre): Promise<PageOppositions>;
  /** Of those of these fiches that one of these portées stops: by documentId. */
  listOpposees(
    typeDestinataire: TypeDestinataire,
    documentIds: readonly string[],
    portees: readonly Portee[]
  ): Promise<(OppositionDite & { documentId: string })[]>;
  /** The last tick of one of these boxes, of each who has one: by documentId. */
  listDernieresCases(
    typeDestinataire: TypeDestinataire,
    documentIds: readonly string[],
    cases: readonly CaseAccord[]
  ): Promise<(RefusDit & { documentId: string; quoi: CaseAccord })[]>;
  /** Every tick of her boxes, the latest first. */
  listAccords(personne: PersonneVisee): Promise<LigneAccord[]>;
  /** Kept for the person and for her addresses, or for an address and whoever bears it; in the journal. */
  oppose(sujet: SujetOpposition, geste: Geste): Promise<ResultatOpposition | null>;
  lift(sujet: SujetOpposition, geste: Geste): Promise<ResultatLevee | null>;
  /** `en_cours`: one of her envois is on its way, nothing was touched. `inconnue`: no fiche, no line names her. */
  erase(
    cible: CibleEffacement,
    auteurId: number,
    now: Date
  ): Promise<ResultatEffacement | 'en_cours' | 'inconnue'>;
  /**
   * Before these fiches are deleted: one that envois still name, else null, and what they opposed is kept for
   * their addresses alone.
   */
  release(type: TypeNomme, ids: readonly number[]): Promise<FicheNommee | null>;
}
