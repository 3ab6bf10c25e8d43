import type { LigneModele } from '../../../../../core/modele';

/** No choice made. */
export const TOUS = 'tous';

export interface FiltreModeles {
  destinataire: string;
  modalite: string;
  statut: string;
}

export const SANS_FILTRE: FiltreModeles = { destinataire: TOUS, modalite: TOUS, statut: TOUS };

function accepts(choix: string, valeurs: readonly string[]): boolean {
  return choix === TOUS || valeurs.includes(choix);
}

/** The modeles that every choice accepts. */
export function filterModeles(
  modeles: readonly LigneModele[],
  { destinataire, modalite, statut }: FiltreModeles
): LigneModele[] {
  return modeles.filter(
    (modele) =>
      accepts(destinataire, modele.destinataires) &&
      accepts(modalite, modele.modalites) &&
      accepts(statut, [modele.inactif ? 'inactif' : 'actif'])
  );
}
