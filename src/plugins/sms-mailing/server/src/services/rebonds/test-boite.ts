import { TransportError } from '../../../../core/errors';
import { listManquantsBoite } from '../../../../core/rebonds/boite-rebonds';
import type { ResultatConnexion } from '../../../../core/parametres';
import type { RebondsDeps } from '../ports/lecture-rebonds';
import type { ReglagesEnregistres } from '../ports/parametres';

const dit = (issue: ResultatConnexion['issue'], phrase: string): ResultatConnexion => ({
  issue,
  phrase,
  solde: null,
});

/** « Tester la connexion » of the mailbox: nothing is read, nothing is moved. */
export async function testBoite(
  { boite }: Pick<RebondsDeps, 'boite'>,
  { parametres, secrets }: Pick<ReglagesEnregistres, 'parametres' | 'secrets'>
): Promise<ResultatConnexion> {
  if (boite === null) {
    const manquants = listManquantsBoite(parametres.rebonds, secrets.motDePasseRebonds);
    return manquants.length === 0
      ? dit('impossible', 'Aucune boîte n’est choisie : saisissez son serveur, puis enregistrez.')
      : dit('echec', `La boîte est incomplète, il manque : ${manquants.join(', ')}.`);
  }
  try {
    const messages = await boite.de.verify();
    const contenu = messages === 0 ? 'elle est vide' : `messages présents : ${String(messages)}`;
    return dit('ok', `Le serveur accepte le compte et ouvre la boîte (${contenu}).`);
  } catch (erreur) {
    if (erreur instanceof TransportError) {
      return dit('echec', erreur.message);
    }
    throw erreur;
  }
}
