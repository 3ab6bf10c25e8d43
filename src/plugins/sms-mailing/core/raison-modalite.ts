import { findEntree } from './catalogue-signets';
import type { Morceau } from './signet';
import { listSignets } from './signet';
import { computeModalites } from './validation-signets';
import type { Modalite, TypeDestinataire } from './vocabulaire';
import { declencheurOf } from './vocabulaire';

/**
 * Decision F8: why a modele cannot serve a modalité, in a sentence that says what to change; null when it
 * can. Says the same as computeModalites.
 */
export function raisonModaliteImpossible(
  modalite: Modalite,
  morceaux: readonly Morceau[],
  destinataires: readonly TypeDestinataire[]
): string | null {
  if (computeModalites(morceaux, destinataires).includes(modalite)) {
    return null;
  }
  const deAction = listSignets(morceaux)
    .map(({ chemin }) => findEntree(chemin))
    .find((entree) => entree?.declencheur === 'action');
  if (deAction && declencheurOf(modalite) === 'personne') {
    return `Le signet « ${deAction.libelle} » lit une action : remplacez-le par un signet de la personne.`;
  }
  if (modalite !== 'campagne' && !destinataires.includes('entrepreneur')) {
    return 'Cette modalité n’écrit qu’aux entrepreneurs : ajoutez-les aux types de destinataires.';
  }
  return destinataires.length === 0
    ? 'Choisissez d’abord un type de destinataires.'
    : 'Un signet du message n’a de valeur pour aucun des destinataires : retirez-le ou donnez-lui un texte de repli.';
}
