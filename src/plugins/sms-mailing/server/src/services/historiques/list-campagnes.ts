import type { HistoriqueCampagnes } from '../../../../core/api/campagnes';
import { statutCampagne, type DemandeHistorique } from '../../../../core/campagne';
import { addDays, instantOf } from '../../../../core/horaire';
import type { Perimetre } from '../../../../core/perimetre';
import type { CampagneStore } from '../ports/campagnes';

/** Guide §7.c: the history, with the word of each campagne. */
export async function listCampagnes(
  campagnes: Pick<CampagneStore, 'list'>,
  { du, au, ...demande }: DemandeHistorique,
  { perimetre, now, zone }: { perimetre: Perimetre; now: Date; zone: string }
): Promise<HistoriqueCampagnes> {
  const depuis = du === null ? null : instantOf(du, '00:00', zone);
  const avant = au === null ? null : instantOf(addDays(au, 1), '00:00', zone);
  const { total, lignes } = await campagnes.list({ ...demande, depuis, avant, perimetre, now });
  return {
    total,
    lignes: lignes.map((ligne) => ({
      ...ligne,
      statut: statutCampagne(ligne.bilan, ligne.origine),
      envois: ligne.bilan.envoyes,
    })),
  };
}
