import { limitTo, readEtendues, TOUT, type Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { PerimetreStore } from '../ports/perimetres';

/**
 * Decision G17, the one place that knows whose fiches an account may see by one of its rights: the union of what its
 * roles open, of the antennes and équipes of its own and of the intervenant it is. None of these: nobody.
 */
export async function resolvePerimetre(
  perimetres: PerimetreStore,
  utilisateurId: number,
  action: string
): Promise<Perimetre> {
  const etendues = readEtendues(await perimetres.readConditions(utilisateurId, action));
  if (etendues === 'tout') {
    return TOUT;
  }
  const siens = await perimetres.readRattachement(utilisateurId);
  if (siens.intervenantIds.length > 1) {
    refuse('plusieurs-intervenants');
  }
  return limitTo(etendues, siens);
}
