import { cleanTel } from '../../../core/lien';
import { listSignets, parseSignets } from '../../../core/signet';

const SCHEMA = /^(?:https?:\/\/|mailto:|tel:)/i;
const COURRIEL = /^[^\s@/]+@[^\s@/]+\.[a-z]{2,}$/i;
const TELEPHONE = /^\+?[\d .]{10,}$/;
const SITE = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#].*)?$/u;

/** What was typed, as the address of a link; null when no link can be made of it. */
export function completeAdresse(saisie: string): string | null {
  const texte = saisie.trim();
  if (SCHEMA.test(texte)) {
    return /^tel:/i.test(texte) ? `tel:${cleanTel(texte)}` : texte;
  }
  // The value of the signet is checked at sending.
  if (listSignets(parseSignets(texte)).length > 0) {
    return texte.startsWith('$') ? texte : null;
  }
  if (COURRIEL.test(texte)) {
    return `mailto:${texte}`;
  }
  if (TELEPHONE.test(texte)) {
    return `tel:${cleanTel(texte)}`;
  }
  return SITE.test(texte) ? `https://${texte}` : null;
}
