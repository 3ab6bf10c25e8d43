import type { CompteSms, FournisseurSms } from './compte-sms';
import type { AppelPasserelle, Passerelle } from './passerelle-sms';

/** Where each operator is spoken to; « Autre passerelle » says it itself. */
export const ADRESSES_OPERATEURS = {
  'ovh-http2sms': 'https://www.ovh.com/cgi-bin/sms/http2sms.cgi',
  twilio: 'https://api.twilio.com',
} as const satisfies Readonly<Partial<Record<FournisseurSms, string>>>;

const JETON = '{motDePasse}';

function listPlaces(appel: AppelPasserelle, corps: string): string[] {
  const champs = Object.entries({ ...appel.champs, '': corps });
  const places = [
    ...Object.entries(appel.entetes).map(([nom, gabarit]) => `entête ${nom} : ${gabarit}`),
    ...champs.map(([nom, gabarit]) => `corps ${nom} : ${gabarit}`),
  ];
  return places.filter((place) => place.includes(JETON));
}

/**
 * The server and the place of the request that the password goes to: moved to the field of the text, it would
 * arrive on a telephone.
 */
function listDestinations(passerelle: Passerelle): string[] {
  const { solde, corps, gabarit } = passerelle;
  const appels: [AppelPasserelle, string][] = [[passerelle, corps === 'texte' ? gabarit : '']];
  if (solde !== null) {
    appels.push([solde, '']);
  }
  return appels
    .flatMap(([appel, contenu]) => {
      const { origin } = new URL(appel.url);
      return [origin, ...listPlaces(appel, contenu).map((place) => `${origin} ${place}`)];
    })
    .sort();
}

/**
 * What the secrets of an account belong to: its fournisseur, the account itself, and where they are sent.
 * Whatever changes of it, they are to be typed again. `urlBase`: SMS_URL_BASE, in the place of an operator's
 * own address.
 */
export function describeLienSecrets(compte: CompteSms, urlBase: string): string {
  const { fournisseur, compte: nom, login, passerelle } = compte;
  const lien = (destinations: readonly string[]): string =>
    JSON.stringify([fournisseur, nom, login, ...destinations]);
  switch (fournisseur) {
    case null:
    case 'journal':
      return lien([]);
    case 'ovh-http2sms':
    case 'twilio':
      return lien([new URL(urlBase || ADRESSES_OPERATEURS[fournisseur]).origin]);
    case 'http-generic':
      return lien(passerelle === null ? [] : listDestinations(passerelle));
  }
}
