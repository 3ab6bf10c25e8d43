import type { SaisieParametres } from '../../../../core/parametres';
import { refuse } from '../../../../core/regle';
import type { Transport } from '../../../../core/vocabulaire';
import { confirmVerification } from './confirm-verification';
import { examineDomaine, examinePret } from './examine-pret';
import type { ParametresDeps } from './parametres-deps';
import { readParametres } from './read-parametres';
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
    saveParametres: async (saisie: SaisieParametres): Promise<void> => {
      if (!(await deps.reglages.save(saisie))) {
        refuse('parametres-modifies-entretemps');
      }
    },
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
