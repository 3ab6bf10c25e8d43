import type { Cible } from '../../../../core/cible';
import { DROIT_SENSIBLE } from '../../../../core/filtres-sensibles';
import type { Demande } from '../../services/programmer/demande';
import type { Requete } from './handle';

/** A request of who is logged in, as the chain reads it; what the body does not say is refused by default. */
export function demandeOf(
  { perimetre, utilisateur, now, can }: Pick<Requete, 'perimetre' | 'utilisateur' | 'now' | 'can'>,
  cible: Cible,
  suite: Pick<Demande, 'modeles'> & Partial<Omit<Demande, 'cible' | 'perimetre' | 'now'>>
): Demande {
  return {
    ...{ cible, perimetre, now, auteurId: utilisateur.id, typeContact: null, confirmation: null },
    thRsa: can(DROIT_SENSIBLE),
    ...{ force: false, annuleeConfirmee: false, promotionConfirmee: false, creditsLus: null },
    ...suite,
  };
}
