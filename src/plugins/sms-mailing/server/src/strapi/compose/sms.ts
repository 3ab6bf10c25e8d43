import type { CompteSmsOuvert, FournisseurSms } from '../../../../core/compte-sms';
import { TransportError } from '../../../../core/errors';
import type { Cles } from '../../adapters/jetons/cles';
import { createSmsSenderPasserelle } from '../../adapters/sms/http-generic';
import { appendTo, createSmsSenderJournal } from '../../adapters/sms/journal';
import { createSmsSenderOvh } from '../../adapters/sms/ovh-http2sms';
import { deriveSecretsSuivi } from '../../adapters/sms/secret-suivi';
import { createSmsSenderTwilio } from '../../adapters/sms/twilio';
import type { Reseau } from '../../adapters/reseau/reseau';
import type { Clock } from '../../services/ports/moteur';
import type { SmsSender } from '../../services/ports/sms';

export interface OptionsSms {
  /** Where the provider « journal » writes; null on a real base: it reaches nobody there. */
  journal: string | null;
  /** Another address than the operator's own, for a trial. */
  urlBase: string;
  /** What requests leave through. */
  reseau: Reseau;
  /** Public https address of the application; null: no delivery report can come. */
  urlPublique: string | null;
  /** The secrets of the addresses of reports derive from them. */
  cles: Cles;
  now: Clock;
}

const DELAI_MS = 20_000;

/** Says what is missing at every SMS, instead of stopping the boot: a gestionnaire completes the account. */
function createSmsSenderFerme(raison: string): SmsSender {
  const refuse = () =>
    Promise.reject(new TransportError('configuration', raison, { code: 'incomplet' }));
  return {
    capacites: { stopAjoute: true, caracteresStop: 0, partiesMax: 6, accuses: false },
    send: refuse,
  };
}

function createSmsSenderIncomplet(champs: readonly string[]): SmsSender {
  return createSmsSenderFerme(
    `Le compte SMS est incomplet, à compléter dans les réglages des envois : ${champs.join(', ')}.`
  );
}

function createJournal({ journal, now }: OptionsSms): SmsSender {
  return journal === null
    ? createSmsSenderFerme(
        'Aucun fournisseur de SMS n’est choisi : saisissez dans les réglages des envois le compte SMS de l’association.'
      )
    : createSmsSenderJournal({ append: appendTo(journal), now, numerosEnClair: false });
}

/** What stands before the secret, in the address where this operator reports. */
export const adresseSuivi = (urlPublique: string, de: string): string =>
  `${urlPublique}/api/sms-mailing/suivi/${de}`;

/** Where the delivery reports of this account come; the secret is for operators that sign nothing. */
function describeSuivi(
  fournisseur: FournisseurSms,
  { urlPublique, cles }: Pick<OptionsSms, 'urlPublique' | 'cles'>
): { url: string | null; secrets: readonly string[] } {
  const base = urlPublique === null ? null : adresseSuivi(urlPublique, fournisseur);
  switch (fournisseur) {
    case 'journal':
      return { url: null, secrets: [] };
    case 'twilio':
      return { url: base, secrets: [] };
    case 'ovh-http2sms':
    case 'http-generic': {
      const secrets = deriveSecretsSuivi(cles, fournisseur);
      return { url: base === null ? null : `${base}/${secrets[0]}`, secrets };
    }
  }
}

/** What an Administrateur declares at the operator; Twilio is told at each SMS. */
export function describeUrlSuivi(fournisseur: FournisseurSms, options: OptionsSms): string | null {
  return fournisseur === 'twilio' ? null : describeSuivi(fournisseur, options).url;
}

function createTwilio(compte: CompteSmsOuvert, options: OptionsSms): SmsSender {
  const { login, secrets } = compte;
  return createSmsSenderTwilio({
    accountSid: compte.compte,
    authToken: secrets.motDePasse,
    cleApi: login === '' ? null : { sid: login, secret: secrets.secretCle },
    expediteur: compte.expediteur,
    messagingServiceSid: compte.messagingServiceSid || null,
    urlSuivi: describeSuivi('twilio', options).url,
    urlApi: options.urlBase || null,
    delaiMs: DELAI_MS,
  });
}

export function createSms(
  compte: CompteSmsOuvert,
  options: OptionsSms,
  manquants: readonly string[]
): SmsSender {
  const { fournisseur, passerelle } = compte;
  if (manquants.length > 0) {
    return createSmsSenderIncomplet(manquants);
  }
  const suivi = describeSuivi(fournisseur, options);
  const acces = {
    compte: compte.compte,
    login: compte.login,
    motDePasse: compte.secrets.motDePasse,
    expediteur: compte.expediteur,
    secretsSuivi: suivi.secrets,
    reseau: options.reseau,
    delaiMs: DELAI_MS,
  };
  switch (fournisseur) {
    case 'twilio':
      return createTwilio(compte, options);
    case 'ovh-http2sms':
      return createSmsSenderOvh({ ...acces, urlApi: options.urlBase || null });
    case 'http-generic':
      return passerelle === null
        ? createSmsSenderIncomplet([])
        : createSmsSenderPasserelle({ ...acces, passerelle, urlSuivi: suivi.url });
    case 'journal':
      return createJournal(options);
  }
}
