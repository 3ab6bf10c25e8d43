import type { SaisieParametres } from '../../../../core/parametres';
import type { Transport } from '../../../../core/vocabulaire';
import { confirmVerification } from './confirm-verification';
import { examineDomaine, examinePret } from './examine-pret';
import type { ParametresDeps } from './parametres-deps';
import { readParametres } from './read-parametres';
import { saveParametres } from './save-parametres';
import {
  sendVerificationEmail,
  sendVerificationSms,
  type DemandeVerification,
} from './send-verification';
import { testConnexion } from './test-connexion';

/** Guide §1 and « Prêt à envoyer ? ». */
export function bindParametres(deps: ParametresDeps) {
  return {
    readParametres: () => readParametres(deps),
    renewSecrets: () => deps.reglages.renewSecrets(),
    saveParametres: (saisie: SaisieParametres) => saveParametres(deps, saisie),
    testConnexion: (transport: Transport) => testConnexion(deps, transport),
    sendVerificationEmail: (adresse: string, demande: DemandeVerification) =>
      sendVerificationEmail(deps, adresse, demande),
    sendVerificationSms: (numero: string, demande: DemandeVerification) =>
      sendVerificationSms(deps, numero, demande),
    confirmVerification: (transport: Transport, code: string, now: Date) =>
      confirmVerification(deps, transport, { code, now }),
    examinePret: () => examinePret(deps),
    examineDomaine: () => examineDomaine(deps),
  };
}
