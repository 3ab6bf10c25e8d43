import type { ContexteHtml } from './contexte-html';
import { escapeHtml } from './entites-html';

/**
 * Where a value lands, hence how it is made safe: `html` escapes it, `texte` leaves it as it is,
 * `attribut-url` is the beginning of a link (its scheme is checked), `chemin-url` a part of one before any
 * `?` or `#`, `composant-url` any other part (percent-encoded); `mot`, inside a tag, keeps letters and
 * figures; `rien`, inside a style or a script, writes nothing. Kept with the versions (docs/adr/0007).
 */
export type CibleEmplacement =
  'html' | 'texte' | 'attribut-url' | 'chemin-url' | 'composant-url' | 'mot' | 'rien';

export type Encodeur = (valeur: string) => string;

const ATTRIBUTS_URL: ReadonlySet<string> = new Set(
  (
    'action background cite data formaction href longdesc manifest ping poster src srcset ' +
    'xlink:href'
  ).split(' ')
);

const SCHEMA_SUR = /^(?:https?:\/\/|mailto:|tel:)/i;
const DOMAINE_NU = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(?=[/?#]|$)/u;

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
 * A link that begins with the value: the value must carry an allowed scheme. A link whose scheme is written
 * in the modele: the value only adds to it, as a parameter after `?` or `#`. Anything else: encoded whole,
 * so that no scheme can be made of literal and value together.
 */
function cibleOfUrl(prefixe: string, apresSignet: boolean): CibleEmplacement {
  if (prefixe === '' && !apresSignet) {
    return 'attribut-url';
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
    case 'chemin-url':
    case 'composant-url': {
      const encode = ENCODEURS_URL[cible];
      return dansHtml ? (valeur) => escapeHtml(encode(valeur)) : encode;
    }
  }
}

const ENCODEURS_URL = {
  'attribut-url': checkUrl,
  'chemin-url': (valeur: string) => encodeURI(toUnicode(valeur)),
  'composant-url': (valeur: string) => encodeURIComponent(toUnicode(valeur)),
} as const;

/** A link made of a value needs an allowed scheme; a bare « meet.example/abc » is taken for a web address. */
function checkUrl(valeur: string): string {
  const url = valeur.trim();
  if (SCHEMA_SUR.test(url)) {
    return url;
  }
  return DOMAINE_NU.test(url) ? `https://${url}` : '#';
}

/** encodeURI throws on half a surrogate pair. */
function toUnicode(valeur: string): string {
  return valeur.trim().replace(/\p{Surrogate}/gu, '\ufffd');
}
