import type { FiltreEnregistre, SaisieFiltre } from '../../../../core/api/campagnes';
import type { FiltresCampagne } from '../../../../core/filtres-campagne';
import type { TypeDestinataire } from '../../../../core/vocabulaire';

export interface FiltreStore {
  /** The last ones this user searched with. */
  readDerniers(utilisateurId: number, type: TypeDestinataire): Promise<FiltresCampagne | null>;
  saveDerniers(utilisateurId: number, filtres: FiltresCampagne, now: Date): Promise<void>;
  /** Their own, and those that others share. */
  list(utilisateurId: number, type: TypeDestinataire): Promise<FiltreEnregistre[]>;
  /** null documentId: a new one. null answer: the name is taken, or the filter is not theirs. */
  save(
    documentId: string | null,
    saisie: SaisieFiltre,
    auteur: { utilisateurId: number; now: Date }
  ): Promise<string | null>;
  /** False when it is not theirs. */
  delete(documentId: string, utilisateurId: number): Promise<boolean>;
}
