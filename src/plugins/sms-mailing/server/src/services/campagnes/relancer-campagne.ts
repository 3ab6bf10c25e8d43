import type { CampagneProgrammee } from '../../../../core/api/campagnes';
import { phraseDepart } from '../../../../core/horaire';
import { refuse } from '../../../../core/regle';
import type { CampagneStore } from '../ports/campagnes';
import type { ProgrammerDeps } from '../programmer/programmer';
import { relancer, type DemandeRelance } from '../programmer/relancer';
import { toProgrammee } from './to-programmee';

/** « Renvoyer aux échecs » of a whole campagne (decision G20); those that wait again or have left are passed over. */
export async function relancerCampagne(
  deps: ProgrammerDeps & { campagnes: Pick<CampagneStore, 'listEchecs'> },
  campagneId: number,
  demande: Omit<DemandeRelance, 'envois'>
): Promise<CampagneProgrammee> {
  const envois = await deps.campagnes.listEchecs(campagneId, demande.perimetre);
  if (envois.length === 0) {
    refuse('campagne-sans-echec');
  }
  const [ecrit] = await relancer(deps, { ...demande, envois });
  if (ecrit === undefined) {
    throw new TypeError('The échecs of a campagne are of one modèle.');
  }
  return {
    ...toProgrammee(ecrit),
    campagneId,
    phraseDepart: phraseDepart(demande.now, deps.zone, ecrit.depart),
  };
}
