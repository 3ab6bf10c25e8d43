import type { Cible } from '../../../../core/cible';
import type { Demande } from '../../services/programmer/demande';
import type { Requete } from './handle';

/** A request of who is logged in, as the chain reads it; what the body does not say is refused by default. */
export function demandeOf(
  { perimetre, utilisateur, now }: Pick<Requete, 'perimetre' | 'utilisateur' | 'now'>,
  cible: Cible,
  suite: Pick<Demande, 'modeles'> & Partial<Omit<Demande, 'cible' | 'perimetre' | 'now'>>
): Demande {
  return {
    ...{ cible, perimetre, now, auteurId: utilisateur.id, typeContact: null, confirmation: null },
    ...{ force: false, annuleeConfirmee: false, promotionConfirmee: false, creditsLus: null },
    ...suite,
  };
}
