import type { FiltreEnregistre, FiltresVus, SaisieFiltre } from '../../../../core/api/filtres';
import type { FiltresCampagne } from '../../../../core/filtres-campagne';
import type { TypeDestinataire } from '../../../../core/vocabulaire';

/** A filter as its author read it; null where one is new. */
export interface FiltreLu {
  documentId: string;
  version: number;
}

/** How many persons filters find, as of now. */
export interface Vus {
  nombre: number;
  now: Date;
}

export interface FiltreStore {
  /** The last ones this user searched with. */
  readDerniers(
    utilisateurId: number,
    type: TypeDestinataire
  ): Promise<{ filtres: FiltresCampagne; vus: FiltresVus } | null>;
  saveDerniers(utilisateurId: number, filtres: FiltresCampagne, vus: Vus): Promise<void>;
  /** Their own, and those that others share. */
  list(utilisateurId: number, type: TypeDestinataire): Promise<FiltreEnregistre[]>;
  /** Null answer: the name is taken, the filter is not theirs, or has another version by now. */
  save(
    lu: FiltreLu | null,
    saisie: SaisieFiltre,
    auteur: { utilisateurId: number; now: Date }
  ): Promise<string | null>;
  /** Null when it is not theirs. */
  readVersion(documentId: string, utilisateurId: number): Promise<number | null>;
  /** False when it is not theirs. */
  delete(documentId: string, utilisateurId: number): Promise<boolean>;
}
