import type { DemandeCode, DemandePreuve } from '../../../../core/api/exemplaires';
import { guardExemplaire, type DemandeExemplaire, type GardeDeps } from './guard-exemplaire';
import type { Proprietaire } from './adresse-exemplaire';
import { confirmAdresse, readPreuve, sendCodeAdresse, type DemandePreuveDe } from './prove-adresse';

/** What one has sent to oneself, and the proof that it is to oneself. */
export function bindExemplaires(deps: GardeDeps) {
  return {
    sendExemplaire: (demande: DemandeExemplaire) => guardExemplaire(deps, demande),
    readPreuve: (demande: DemandeCode, utilisateur: Proprietaire) =>
      readPreuve(deps, demande, utilisateur),
    sendCodeAdresse: (demande: DemandeCode, de: DemandePreuveDe) =>
      sendCodeAdresse(deps, demande, de),
    confirmAdresse: (demande: DemandePreuve, de: DemandePreuveDe) =>
      confirmAdresse(deps, demande, de),
  };
}
