import type { EtatVerification, ParametresLus } from '../../../../core/parametres';
import type { Transport } from '../../../../core/vocabulaire';
import type { ParametresDeps } from './parametres-deps';

/** Guide §1: what the association has chosen, and what holds where it has not. */
export function readParametres(deps: ParametresDeps): ParametresLus {
  const { enregistres, effectifs, environnement } = deps;
  const describe = (transport: Transport): EtatVerification => {
    const verification = enregistres.verifications[transport];
    const verifie = effectifs.faits.verifies[transport];
    return {
      verifie,
      verifieLe: verifie ? (verification?.verifieLe ?? null) : null,
      vers: verification?.vers ?? '',
      codeAttendu: (verification?.code ?? null) !== null,
    };
  };
  return {
    parametres: { ...enregistres.parametres, version: enregistres.version },
    secrets: enregistres.etats,
    environnement: {
      expediteurNom: environnement.expediteur.nom,
      expediteurAdresse: environnement.expediteur.adresse,
      fournisseur: environnement.compteSms.fournisseur,
      zone: environnement.zone,
      heureDuSoir: environnement.heure,
    },
    champsManquants: effectifs.faits.champsManquants,
    verifications: { mail: describe('mail'), sms: describe('sms') },
    urlSuivi: deps.urlSuivi,
    urlRetours: deps.urlRetours,
  };
}
