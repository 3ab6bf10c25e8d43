import {
  fillGabarit,
  type AppelPasserelle,
  type JetonPasserelle,
  type Passerelle,
} from '../../../../core/passerelle-sms';
import type { SmsAEnvoyer } from '../../services/ports/sms';
import type { Appel } from './appel-http';
import { buildJson } from './chemin-json';

export interface CompteDePasserelle {
  readonly compte: string;
  readonly login: string;
  readonly motDePasse: string;
  readonly expediteur: string;
  /** Our public address for delivery reports, its secret included; null: none asked. */
  readonly urlSuivi: string | null;
}

export type Valeurs = Readonly<Record<JetonPasserelle, string>>;

const NUMEROS: Readonly<Record<Passerelle['numero'], string>> = {
  e164: '+',
  'sans-plus': '',
  zeros: '00',
};

/** Our key comes back with every report. */
function withCle(url: string, cle: string): string {
  const adresse = new URL(url);
  adresse.searchParams.set('cle', cle);
  return adresse.href;
}

const SANS_SMS = { vers: '', texte: '', cle: '', codage: '', but: '', urlSuivi: '' } as const;

/** What the templates may read; without an SMS, the account alone. */
export function toValeurs(
  { compte, login, motDePasse, expediteur, urlSuivi }: CompteDePasserelle,
  passerelle: Passerelle,
  sms: SmsAEnvoyer | null
): Valeurs {
  const base = { ...SANS_SMS, compte, login, motDePasse, expediteur };
  if (sms === null) {
    return base;
  }
  return {
    ...base,
    vers: sms.vers.replace('+', NUMEROS[passerelle.numero]),
    texte: sms.texte,
    cle: sms.cle,
    codage: passerelle.codage[sms.encodage],
    but: passerelle.but[sms.but],
    urlSuivi: urlSuivi === null ? '' : withCle(urlSuivi, sms.cle),
  };
}

const TYPES: Readonly<Record<Passerelle['corps'], string>> = {
  formulaire: 'application/x-www-form-urlencoded;charset=UTF-8',
  json: 'application/json',
  texte: 'text/plain;charset=UTF-8',
};

interface Contenu {
  format: Passerelle['corps'];
  gabarit: string;
}

/** What asks for reports is left out when none can come. */
function fillTous(
  gabarits: Readonly<Record<string, string>>,
  valeurs: Valeurs
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(gabarits)
      .filter(([, gabarit]) => valeurs.urlSuivi !== '' || !gabarit.includes('{urlSuivi}'))
      .map(([nom, gabarit]) => [nom, fillGabarit(gabarit, valeurs)])
  );
}

function buildCorps(
  champs: Readonly<Record<string, string>>,
  contenu: Contenu,
  valeurs: Valeurs
): string | URLSearchParams {
  switch (contenu.format) {
    case 'formulaire':
      return new URLSearchParams(champs);
    case 'json':
      return JSON.stringify(buildJson(champs));
    case 'texte':
      return fillGabarit(contenu.gabarit, valeurs);
  }
}

/** The request that the settings describe, filled. The schema has refused a password in an address. */
export function buildAppel(
  { url, methode, entetes, champs }: AppelPasserelle,
  contenu: Contenu,
  valeurs: Valeurs
): Appel {
  const remplis = fillTous(champs, valeurs);
  const enTetes = fillTous(entetes, valeurs);
  if (methode === 'GET') {
    const adresse = new URL(url);
    Object.entries(remplis).forEach(([nom, valeur]) => {
      adresse.searchParams.set(nom, valeur);
    });
    return { url: adresse.href, methode, entetes: enTetes, corps: null };
  }
  return {
    url,
    methode,
    entetes: { 'content-type': TYPES[contenu.format], ...enTetes },
    corps: buildCorps(remplis, contenu, valeurs),
  };
}
