import type { RecapCampagne } from '../../../../core/api/campagnes';
import type { DemandeComptes } from '../../../../core/campagne';
import { phraseDepart } from '../../../../core/horaire';
import { describeFiltres } from '../../../../core/phrases-filtres';
import type { CoutDeCampagne } from '../ports/campagnes';
import { prepareCritere, type CampagneDeps, type Demandeur } from './prepare-critere';

export interface CountDeps extends CampagneDeps {
  cout: CoutDeCampagne;
}

/** Guide §7.b, the recap above the list: filters, evening, who will receive, who will not and why. */
export async function countDestinataires(
  deps: CountDeps,
  demande: DemandeComptes,
  demandeur: Demandeur
): Promise<RecapCampagne> {
  const { selection = { tous: true, saufIds: [] } } = demande;
  const { critere } = await prepareCritere(deps, demande, demandeur);
  const comptes = await deps.campagnes.count(critere, selection);
  const labels = await deps.campagnes.loadLabels([critere.filtres]);
  return {
    comptes,
    filtres: describeFiltres(critere.filtres, labels),
    depart: critere.soir,
    phraseDepart: phraseDepart(demandeur.now, deps.zone, critere.soir),
    sms: await deps.cout.estimate(critere, selection, comptes.nonFaits.joignables),
  };
}
