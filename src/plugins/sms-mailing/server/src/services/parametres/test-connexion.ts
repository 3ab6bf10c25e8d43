import { LIBELLES_FOURNISSEUR } from '../../../../core/compte-sms';
import { TransportError } from '../../../../core/errors';
import type { ResultatConnexion } from '../../../../core/parametres';
import type { Transport } from '../../../../core/vocabulaire';
import type { SoldeSms } from '../ports/sms';
import type { ParametresDeps } from './parametres-deps';

function impossible(phrase: string): ResultatConnexion {
  return { issue: 'impossible', phrase, solde: null };
}

/** What a question that sends nothing says of the account. */
async function ask<T>(
  question: () => Promise<T>,
  toSucces: (reponse: T) => ResultatConnexion
): Promise<ResultatConnexion> {
  try {
    return toSucces(await question());
  } catch (erreur) {
    if (erreur instanceof TransportError) {
      return { issue: 'echec', phrase: erreur.message, solde: null };
    }
    throw erreur;
  }
}

function testMail({ moteur }: ParametresDeps): Promise<ResultatConnexion> {
  const { verify } = moteur.mail;
  if (verify === undefined) {
    return Promise.resolve(
      impossible(
        'Ce service d’e-mail ne se vérifie pas à l’avance : utilisez « M’envoyer un e-mail de vérification ».'
      )
    );
  }
  return ask(verify, () => ({
    issue: 'ok',
    phrase: 'Le serveur de messagerie répond et accepte le compte.',
    solde: null,
  }));
}

function describeSolde(nom: string, solde: SoldeSms | null): ResultatConnexion {
  const reste =
    solde === null
      ? ''
      : ` Il y reste ${solde.montant.toLocaleString('fr-FR')} ${solde.unite === 'EUR' ? '€' : solde.unite}.`;
  return { issue: 'ok', phrase: `${nom} accepte le compte.${reste}`, solde };
}

function testSms({ moteur, effectifs }: ParametresDeps): Promise<ResultatConnexion> {
  const { fournisseur, champsManquants, baseReelle } = effectifs.faits;
  const nom = LIBELLES_FOURNISSEUR[fournisseur];
  if (fournisseur === 'journal') {
    return Promise.resolve(
      impossible(
        baseReelle
          ? 'Aucun fournisseur de SMS n’est choisi : les SMS attendent.'
          : 'Aucun fournisseur de SMS n’est choisi : les SMS sont écrits dans un journal.'
      )
    );
  }
  if (champsManquants.length > 0) {
    const phrase = `Le compte ${nom} est incomplet, il manque : ${champsManquants.join(', ')}.`;
    return Promise.resolve({ issue: 'echec', phrase, solde: null });
  }
  const { balance } = moteur.sms;
  return balance === undefined
    ? Promise.resolve(
        impossible(
          `${nom} ne permet pas de vérifier un compte sans envoyer : utilisez « M’envoyer un SMS de vérification ».`
        )
      )
    : ask(balance, (solde) => describeSolde(nom, solde));
}

/** « Tester la connexion »: nothing leaves, nothing is debited. */
export function testConnexion(
  deps: ParametresDeps,
  transport: Transport
): Promise<ResultatConnexion> {
  return transport === 'mail' ? testMail(deps) : testSms(deps);
}
