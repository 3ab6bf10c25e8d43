import { describeLienSecrets } from '../../../../core/lien-secrets';
import { describeLienBoite } from '../../../../core/rebonds/boite-rebonds';
import { createChiffrement } from '../../adapters/jetons/chiffrement';
import type { Coffre } from '../../adapters/sql/parametres/secrets';
import { listClesDe, type Hote } from './hote';

/** What opens the secrets of the panel: the key of the installation, and the accounts they belong to. */
export function createCoffre(hote: Hote): Coffre {
  const { secret, secretsPrecedents = [], reglages } = hote;
  return {
    chiffrement: createChiffrement(listClesDe(hote, 'secrets'), [secret, ...secretsPrecedents]),
    lienOf: ({ sms, rebonds }, nom) =>
      nom === 'motDePasseRebonds'
        ? describeLienBoite(rebonds)
        : describeLienSecrets(sms, reglages.sms.urlBase),
  };
}
