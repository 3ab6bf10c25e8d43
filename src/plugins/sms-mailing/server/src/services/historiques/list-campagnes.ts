import type { DemandeHistorique, StatutCampagne } from '../../../../core/campagne';
import { statutCampagne } from '../../../../core/campagne';
import type { Perimetre } from '../../../../core/perimetre';
import type { CampagneStore, LigneCampagne } from '../ports/campagnes';

export interface LigneHistorique extends LigneCampagne {
  statut: StatutCampagne;
  /** « Nombre d'envois »: persons who received it; 0 while scheduled (decision C3). */
  envois: number;
}

/** Guide §7.c: the history, with the word of each campagne. */
export async function listCampagnes(
  campagnes: Omit<CampagneStore, 'search'>,
  demande: DemandeHistorique,
  { perimetre, now }: { perimetre: Perimetre; now: Date }
): Promise<{ total: number; lignes: LigneHistorique[] }> {
  const { total, lignes } = await campagnes.list({ ...demande, perimetre, now });
  return {
    total,
    lignes: lignes.map((ligne) => ({
      ...ligne,
      statut: statutCampagne(ligne.bilan, ligne.origine),
      envois: ligne.bilan.envoyes,
    })),
  };
}
