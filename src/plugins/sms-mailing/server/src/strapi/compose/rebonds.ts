import { describeLienBoite, listManquantsBoite } from '../../../../core/rebonds/boite-rebonds';
import { createSigneRetour } from '../../adapters/jetons/rebond';
import { deriveSecretsSuivi, isSecretSuivi } from '../../adapters/sms/secret-suivi';
import { confirmAbonnement } from '../../adapters/rebonds/confirm-abonnement';
import { createBoiteImap } from '../../adapters/rebonds/boite-imap';
import { parseCourrier } from '../../adapters/rebonds/parse-courrier';
import { createRebonds } from '../../adapters/sql/rebonds/rebonds';
import type { RebondsDeps } from '../../services/ports/lecture-rebonds';
import type { Cadre } from './cadre';
import { empreinteurOf, listClesDe, type Hote } from './hote';
import { adresseSuivi } from './sms';

/** The mailbox of the settings; null while it lacks something. */
function openBoite({ enregistres, optionsSms }: Cadre): RebondsDeps['boite'] {
  const { rebonds } = enregistres.parametres;
  const { motDePasseRebonds: motDePasse } = enregistres.secrets;
  if (rebonds.hote === '' || listManquantsBoite(rebonds, motDePasse).length > 0) {
    return null;
  }
  return {
    nom: describeLienBoite(rebonds),
    de: createBoiteImap({ ...rebonds, motDePasse }, optionsSms.reseau),
  };
}

/** Providers of e-mails sign nothing that all of them share: their address holds a secret, as those of SMS. */
function openFournisseur({ enregistres, optionsSms }: Cadre): RebondsDeps['fournisseur'] {
  const nom = enregistres.parametres.rebonds.fournisseur;
  if (nom === null) {
    return null;
  }
  const secrets = deriveSecretsSuivi(optionsSms.cles, nom);
  return { nom, isSecret: (recu) => isSecretSuivi(secrets, recu) };
}

/** What an Administrateur declares at the provider; null while it cannot reach us. */
export function describeUrlRetours({ enregistres, optionsSms }: Cadre): string | null {
  const { urlPublique, cles } = optionsSms;
  const nom = enregistres.parametres.rebonds.fournisseur;
  return nom === null || urlPublique === null
    ? null
    : `${adresseSuivi(urlPublique, nom)}/${deriveSecretsSuivi(cles, nom)[0]}`;
}

export function createRebondsDeps(hote: Hote, cadre: Cadre): RebondsDeps {
  const { knex, clock, journal } = hote;
  return {
    boite: openBoite(cadre),
    fournisseur: openFournisseur(cadre),
    confirmAbonnement: (url) => confirmAbonnement(cadre.optionsSms.reseau, url),
    rebonds: createRebonds(knex, empreinteurOf(hote)),
    retours: createSigneRetour(listClesDe(hote, 'rebond')),
    parseCourrier,
    clock,
    journal,
  };
}
