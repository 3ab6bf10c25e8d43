import type { ListeDestinataires } from '../../../../core/api/campagnes';
import type { DemandeRecherche } from '../../../../core/campagne';
import { prepareCritere, type CampagneDeps, type Demandeur } from './prepare-critere';

/** Guide §7.b: one page of an onglet, and how many it holds in all (decision C8: no limit of 1000). */
export async function searchDestinataires(
  deps: CampagneDeps,
  demande: DemandeRecherche,
  demandeur: Demandeur
): Promise<ListeDestinataires> {
  const { onglet, tri, page, pageSize } = demande;
  const { critere } = await prepareCritere(deps, demande, demandeur);
  return deps.campagnes.search(critere, { onglet, tri, page, pageSize });
}
