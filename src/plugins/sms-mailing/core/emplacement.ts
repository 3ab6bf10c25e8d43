import type { ContexteHtml } from './contexte-html';
import { escapeHtml } from './entites-html';
import { cleanTel, findLien, SCHEMA_SUR } from './lien';

/**
 * Where a value lands, hence how it is made safe: `html` escapes it, `texte` leaves it as it is,
 * `attribut-url` is the beginning of a link (the address in it is found), `numero-url` what follows `tel:`,
 * `chemin-url` a part of a link before any `?` or `#`, `composant-url` any other part (percent-encoded); `mot`, inside a tag, keeps letters and
 * figures; `rien`, inside a style or a script, writes nothing. Kept with the versions (docs/adr/0007).
 */
export type CibleEmplacement =
  | 'html'
  | 'texte'
  | 'attribut-url'
  | 'numero-url'
  | 'chemin-url'
  | 'composant-url'
  | 'mot'
  | 'rien';

export type Encodeur = (valeur: string) => string;

const ATTRIBUTS_URL: ReadonlySet<string> = new Set(
  (
    'action background cite data formaction href longdesc manifest ping poster src srcset ' +
    'xlink:href'
  ).split(' ')
);

/** How a value is made safe at this place of an HTML. */
export function cibleOf(contexte: ContexteHtml): CibleEmplacement {
  if (contexte.lieu === 'texte') {
    return 'html';
  }
  if (contexte.lieu === 'balise') {
    return 'mot';
  }
  if (ATTRIBUTS_URL.has(contexte.nom)) {
    return cibleOfUrl(contexte.prefixe.trim(), contexte.apresSignet);
  }
  return contexte.nom === 'style' || contexte.nom.startsWith('on') ? 'rien' : 'html';
}

/**
 * A link that begins with the value: an address must be found in it. A link whose scheme is written
 * in the modele: the value only adds to it, as a parameter after `?` or `#`. Anything else: encoded whole,
 * so that no scheme can be made of literal and value together.
 */
function cibleOfUrl(prefixe: string, apresSignet: boolean): CibleEmplacement {
  if (prefixe === '' && !apresSignet) {
    return 'attribut-url';
  }
  if (/^tel:/i.test(prefixe)) {
    return 'numero-url';
  }
  return SCHEMA_SUR.test(prefixe) && !/[?#]/.test(prefixe) ? 'chemin-url' : 'composant-url';
}

/** `dansHtml`: the value stands in HTML, where a link is escaped besides. */
export function encodeurOf(cible: CibleEmplacement, dansHtml: boolean): Encodeur {
  switch (cible) {
    case 'texte':
      return (valeur) => valeur;
    case 'html':
      return escapeHtml;
    case 'mot':
      return (valeur) => valeur.replace(/[^\p{L}\p{N}_.-]+/gu, '');
    case 'rien':
      return () => '';
    case 'attribut-url':
    case 'numero-url':
    case 'chemin-url':
    case 'composant-url': {
      const encode = ENCODEURS_URL[cible];
      return dansHtml ? (valeur) => escapeHtml(encode(valeur)) : encode;
    }
  }
}

const ENCODEURS_URL = {
  'attribut-url': (valeur: string) => findLien(valeur) ?? '',
  'numero-url': cleanTel,
  'chemin-url': (valeur: string) => encodeURI(toUnicode(valeur)),
  'composant-url': (valeur: string) => encodeURIComponent(toUnicode(valeur)),
} as const;

/** encodeURI throws on half a surrogate pair. */
function toUnicode(valeur: string): string {
  return valeur.trim().replace(/\p{Surrogate}/gu, '\ufffd');
}
