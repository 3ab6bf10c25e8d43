import type { Modele } from './modele';
import { refuse } from './regle';

/** Beyond, laying a message out would hold the whole application: no one writes so (bench `apercu`). */
export const LIMITES_MESSAGE = {
  /** Gmail itself cuts a message at a hundred thousand. */
  caracteres: 200_000,
  /** Six SMS are 918 letters; signets are written longer than what they print. */
  caracteresSms: 10_000,
  /** Opening or closing. */
  balises: 8_000,
  /** Elements one inside the other. */
  profondeur: 60,
  /** Characters of one tag: a link, a style. */
  balise: 4_000,
} as const;

const RAISONS = {
  caracteres: 'il dépasse 200 000 caractères, raccourcissez-le',
  caracteresSms: 'il dépasse 10 000 caractères, raccourcissez-le',
  balises:
    'il a plus de 4 000 paragraphes, lignes ou cellules de tableau, coupez-le en plusieurs messages',
  profondeur:
    'des tableaux ou des listes y sont imbriqués plus de 60 fois les uns dans les autres, simplifiez-les',
  balise: 'un de ses liens ou de ses styles dépasse 4 000 caractères, raccourcissez-le',
} as const satisfies Record<keyof typeof LIMITES_MESSAGE, string>;

export type Demesure = keyof typeof LIMITES_MESSAGE;

const SANS_FERMETURE = new Set(['br', 'hr', 'img', 'input', 'col', 'wbr', 'link', 'meta']);
/** A new one closes the one before it. */
const FERMEE_PAR_LA_SUIVANTE = new Set(['p', 'li', 'td', 'th', 'tr', 'dt', 'dd', 'option']);
const BALISE = /<(\/?)([a-z][a-z0-9]*)/gi;

function close(ouvertes: string[], nom: string): void {
  const rang = ouvertes.lastIndexOf(nom);
  if (rang >= 0) {
    ouvertes.length = rang;
  }
}

function open(ouvertes: string[], nom: string): void {
  if (SANS_FERMETURE.has(nom)) {
    return;
  }
  if (FERMEE_PAR_LA_SUIVANTE.has(nom) && ouvertes.at(-1) === nom) {
    ouvertes.pop();
  }
  ouvertes.push(nom);
}

function isTropProfond(html: string): boolean {
  const ouvertes: string[] = [];
  for (const [, fermante, nom = ''] of html.matchAll(BALISE)) {
    if (fermante === '/') {
      close(ouvertes, nom.toLowerCase());
    } else {
      open(ouvertes, nom.toLowerCase());
    }
    if (ouvertes.length > LIMITES_MESSAGE.profondeur) {
      return true;
    }
  }
  return false;
}

/** What makes a message too heavy to be laid out, by counts alone and in one reading; null when nothing does. */
export function findDemesure({
  typeContact,
  message,
}: Pick<Modele, 'typeContact' | 'message'>): Demesure | null {
  if (typeContact === 'sms') {
    return message.length > LIMITES_MESSAGE.caracteresSms ? 'caracteresSms' : null;
  }
  if (message.length > LIMITES_MESSAGE.caracteres) {
    return 'caracteres';
  }
  const bouts = message.split('<');
  if (bouts.length - 1 > LIMITES_MESSAGE.balises) {
    return 'balises';
  }
  // The text before the first « < » belongs to no tag.
  const tropLongue = bouts.slice(1).some((bout) => {
    const fin = bout.indexOf('>');
    return (fin < 0 ? bout.length : fin) > LIMITES_MESSAGE.balise;
  });
  if (tropLongue) {
    return 'balise';
  }
  return isTropProfond(message) ? 'profondeur' : null;
}

export function refuseDemesure(modele: Pick<Modele, 'typeContact' | 'message'>): void {
  const demesure = findDemesure(modele);
  if (demesure !== null) {
    refuse('message-demesure', { raison: RAISONS[demesure] });
  }
}
