import { cleanCourriel, etatCourriel } from './courriel';

/** The schemes that a link of a message may have. */
export const SCHEMA_SUR = /^(?:https?:\/\/|mailto:|tel:)/i;

/** « Rejoindre : https://… », `<https://…>`: what surrounds an address is no part of it. */
const ADRESSE_WEB = /https?:\/\/[^\s<>«»]*[\p{L}\p{N}][^\s<>«»]*/iu;
const PONCTUATION_FINALE = /[.,;:!?)\]'"”’]+$/;
const DOMAINE = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;
const DOMAINE_SEUL = new RegExp(`${DOMAINE.source}(?=[/?#]|$)\\S*$`, 'u');
const DOMAINE_ET_CHEMIN = new RegExp(`${DOMAINE.source}/\\S*$`, 'u');
const TELEPHONE = /^\+?[\d\s.()-]{10,25}$/;

/** Telephones dial digits: neither spaces nor dots, nor the (0) that one says only from inside. */
export function cleanTel(numero: string): string {
  return numero.replace(/\(0\)/g, '').replace(/[^\d+*#]/g, '');
}

function findSite(texte: string): string | null {
  const [adresse] = ADRESSE_WEB.exec(texte) ?? [];
  if (adresse !== undefined) {
    return adresse === texte ? adresse : adresse.replace(PONCTUATION_FINALE, '');
  }
  if (DOMAINE_SEUL.test(texte)) {
    return `https://${texte}`;
  }
  const mots = texte.split(/[\s<>«»]+/).map((mot) => mot.replace(PONCTUATION_FINALE, ''));
  const nu = mots.find((mot) => DOMAINE_ET_CHEMIN.test(mot));
  return nu === undefined ? null : `https://${nu}`;
}

/**
 * Where a link made of a value of a fiche leads: the web address in it, else `mailto:` an e-mail, `tel:` a
 * number. Null when nothing can be opened: such a link is as good as empty.
 */
export function findLien(valeur: string): string | null {
  const texte = valeur.trim();
  if (/^tel:/i.test(texte)) {
    return `tel:${cleanTel(texte.slice(4))}`;
  }
  const courriel = cleanCourriel(texte);
  if (etatCourriel(courriel) !== 'invalide') {
    return `mailto:${courriel}`;
  }
  return TELEPHONE.test(texte) ? `tel:${cleanTel(texte)}` : findSite(texte);
}
