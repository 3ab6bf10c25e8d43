import type {
  CoordonneeOpposee,
  PersonneVisee,
  Portee,
  ResultatEffacement,
} from '../../../../core/api/oppositions';

export interface Geste {
  portee: Portee;
  raison: string;
  auteurId: number;
  now: Date;
}

/** What a person may ask of the module whatever the envois: opposition and erasure. */
export interface PersonneStore {
  /** Addresses and numbers of the fiche, as the oppositions know them. */
  listCoordonnees(personne: PersonneVisee): Promise<string[]>;
  readOppositions(adresses: readonly string[]): Promise<CoordonneeOpposee[]>;
  /** Answers how many were added or lifted; each leaves a line in the journal. */
  oppose(adresses: readonly string[], geste: Geste): Promise<number>;
  lift(adresses: readonly string[], geste: Geste): Promise<number>;
  /** null: an envoi of this person is on its way, nothing was touched. */
  erase(
    personne: PersonneVisee,
    adresses: readonly string[],
    auteurId: number,
    now: Date
  ): Promise<ResultatEffacement | null>;
}
