import { RETOURS_FOURNISSEUR } from '../../../../core/rebonds/fournisseur-retours';
import { toAdresseRetour } from '../../../../core/rebonds/list-jetons';
import type { Parametres } from '../../../../core/parametres';
import type { RetourMail } from '../ports/mail';
import type { SigneRetour } from '../ports/rebonds';

/** Where a message that cannot be delivered is sent back to, and what it is recognised by. */
export function createRetour(
  retours: Pick<SigneRetour, 'sign'>,
  { adresse, adressesPlus, fournisseur }: Parametres['rebonds'],
  envoiId: number
): RetourMail {
  const jeton = retours.sign(envoiId);
  const entete =
    fournisseur === null ? {} : { entetes: { [RETOURS_FOURNISSEUR[fournisseur].entete]: jeton } };
  if (adresse === '') {
    return { jeton, adresse: null, ...entete };
  }
  return { jeton, adresse: adressesPlus ? toAdresseRetour(adresse, jeton) : adresse, ...entete };
}
