import type { Perimetre } from '../../../../core/perimetre';
import { describeFiltres } from '../../../../core/phrases-filtres';
import { refuse } from '../../../../core/regle';
import type { CampagneEnregistree, CampagneStore } from '../ports/campagnes';

export interface CampagneOuverte extends CampagneEnregistree {
  /** « Les filtres : », one line each. */
  lignesFiltres: string[];
  /** Names of the fiches chosen, by documentId: what fills the filter boxes again. */
  labels: Record<string, string>;
}

/** Guide §7.c: « en cliquant sur le lien, rouvrir la campagne paramétrée ». */
export async function openCampagne(
  campagnes: CampagneStore,
  campagneId: number,
  perimetre: Perimetre
): Promise<CampagneOuverte> {
  const campagne = await campagnes.read(campagneId, perimetre);
  if (campagne === null) {
    refuse('campagne-introuvable');
  }
  const labels = await campagnes.loadLabels(campagne.filtres);
  return { ...campagne, labels, lignesFiltres: describeFiltres(campagne.filtres, labels) };
}
