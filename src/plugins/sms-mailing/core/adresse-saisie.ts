import { canonCourriel, cleanCourriel, etatCourriel } from './courriel';
import { normaliseTelephone } from './telephone';

/** `tel:+33612345678`, as a phone or a web page copies it. */
const TEL = /^\s*(?:tel|sms):/i;

/** The one form under which an address or a number is recognised, whatever the way it is written. */
export function canonAdresse(adresse: string): string {
  return adresse.includes('@')
    ? canonCourriel(adresse)
    : (normaliseTelephone(adresse)?.e164 ?? adresse.toLowerCase());
}

/** An address or a number typed by hand, in its one form; null when it is neither. */
export function readAdresseSaisie(saisie: string): string | null {
  if (saisie.includes('@')) {
    const adresse = cleanCourriel(saisie);
    return etatCourriel(adresse) === 'invalide' ? null : canonCourriel(adresse);
  }
  return normaliseTelephone(saisie.replace(TEL, ''))?.e164 ?? null;
}
