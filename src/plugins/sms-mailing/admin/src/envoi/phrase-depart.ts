import { formatNombre, minuscule } from '../components/texte';

/** « Partira ce soir à 19h00 », of several messages: « Partiront ce soir à 19h00 ». */
export function accordeDepart(phraseDepart: string, nombre: number): string {
  return nombre >= 2 ? phraseDepart.replace(/^Partira\b/, 'Partiront') : phraseDepart;
}

/** « 503 envois programmés : ils partiront ce soir à 19h00. » */
export function phraseProgrammes(nombre: number, phraseDepart: string): string {
  const quand = minuscule(accordeDepart(phraseDepart, nombre));
  if (nombre === 0) {
    return 'Aucun envoi n’est programmé.';
  }
  return nombre === 1
    ? `1 envoi programmé : il ${quand}.`
    : `${formatNombre(nombre)} envois programmés : ils ${quand}.`;
}
