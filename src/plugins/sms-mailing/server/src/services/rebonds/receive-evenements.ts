import { listEvenements } from '../../../../core/rebonds/classify-evenement';
import { readAbonnement } from '../../../../core/rebonds/ses';
import type { RebondsDeps } from '../ports/lecture-rebonds';
import type { AccueilSuivi, AnnonceSuivi, IssueSuivi, RequeteSuivi } from '../ports/sms';

type Deps = Pick<
  RebondsDeps,
  'fournisseur' | 'confirmAbonnement' | 'rebonds' | 'retours' | 'clock'
>;

/** Before a body is read: is it the provider of the settings, at the address that it was given? */
export function admitEvenements(
  { fournisseur }: Pick<Deps, 'fournisseur'>,
  de: string,
  { methode, secret }: AnnonceSuivi
): AccueilSuivi {
  if (fournisseur?.nom !== de || methode !== 'POST') {
    return 'inconnu';
  }
  return fournisseur.isSecret(secret) ? 'admis' : 'refuse';
}

/**
 * What the provider that sends our e-mails says came back (docs/adr/0035): the same as a report read in the mailbox,
 * and it counts once, whichever comes first. What is not of an envoi of ours is taken and left.
 */
export async function receiveEvenements(
  deps: Deps,
  de: string,
  requete: RequeteSuivi
): Promise<IssueSuivi> {
  const { fournisseur, rebonds, retours, clock } = deps;
  const accueil = admitEvenements(deps, de, requete);
  if (accueil !== 'admis' || fournisseur === null) {
    return accueil === 'refuse' ? 'refuse' : 'inconnu';
  }
  const abonnement = fournisseur.nom === 'ses' ? readAbonnement(requete.corps) : null;
  if (abonnement !== null) {
    return (await deps.confirmAbonnement(abonnement)) ? 'recu' : 'attend';
  }
  let issue: IssueSuivi = 'recu';
  for (const { jeton, ...lu } of listEvenements(fournisseur.nom, requete.corps)) {
    const envoiId = retours.read(jeton);
    if (envoiId !== null && (await rebonds.note({ ...lu, envoiId }, clock())) === 'attend') {
      issue = 'attend';
    }
  }
  return issue;
}
