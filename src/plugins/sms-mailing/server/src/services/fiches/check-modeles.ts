import { raisonHorsModalite } from '../../../../core/modele';
import { refuse } from '../../../../core/regle';
import type { Modalite } from '../../../../core/vocabulaire';
import type { FicheStore, ModeleAEnvoyer } from '../ports/fiches';

/**
 * Guide §8.b, §9.b: several modeles, one type de contact (« Vous ne pourrez pas planifier deux modes en même
 * temps »), each active, meant for entrepreneurs and for this modalité.
 */
export async function checkModeles(
  fiches: FicheStore,
  documentIds: readonly string[],
  modalite: Modalite
): Promise<ModeleAEnvoyer[]> {
  const uniques = [...new Set(documentIds)];
  if (uniques.length === 0) {
    refuse('aucun-modele');
  }
  const modeles = await fiches.readModeles(uniques);
  if (modeles.length < uniques.length) {
    refuse('modele-introuvable');
  }
  for (const modele of modeles) {
    if (modele.inactif || modele.version === 0) {
      refuse('modele-inactif', { modele: modele.nom });
    }
    if (modele.typeContact !== modeles[0]?.typeContact) {
      refuse('type-contact-different', { modele: modele.nom });
    }
    if (!modele.destinataires.includes('entrepreneur')) {
      refuse('destinataire-non-prevu', { modele: modele.nom });
    }
    if (!modele.modalites.includes(modalite)) {
      refuse('modalite-impossible', {
        modele: modele.nom,
        raison: raisonHorsModalite(modele.nom, modalite),
      });
    }
  }
  return modeles;
}
