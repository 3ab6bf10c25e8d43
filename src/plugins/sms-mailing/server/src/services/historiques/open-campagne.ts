import type { CampagneOuverte } from '../../../../core/api/campagnes';
import { maskFiltres } from '../../../../core/filtres-sensibles';
import type { Perimetre } from '../../../../core/perimetre';
import { describeFiltres } from '../../../../core/phrases-filtres';
import { refuse } from '../../../../core/regle';
import type { CampagneStore } from '../ports/campagnes';

/** Guide §7.c: « en cliquant sur le lien, rouvrir la campagne paramétrée ». */
export async function openCampagne(
  campagnes: Pick<CampagneStore, 'read' | 'loadLabels'>,
  campagneId: number,
  { perimetre, thRsa }: { perimetre: Perimetre; thRsa: boolean }
): Promise<CampagneOuverte> {
  const campagne = await campagnes.read(campagneId, perimetre);
  if (campagne === null) {
    refuse('campagne-introuvable');
  }
  const labels = await campagnes.loadLabels([campagne.filtres], perimetre);
  const { modeleId: _modeleId, ...ouverte } = campagne;
  const filtres = maskFiltres(campagne.filtres, thRsa);
  return { ...ouverte, filtres, labels, lignesFiltres: describeFiltres(filtres, labels) };
}
