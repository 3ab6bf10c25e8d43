import { cleanCourriel, etatCourriel } from './courriel';

/** What is wrong with a coordonnée as one types it, in a sentence; null when nothing is. */
export type Juge = (saisie: string) => string | null;

/** An address of filling, as nn@noemail.com, is typed on purpose: it stays (decision D5). Apart: the panel judges too. */
export const judgeCourriel: Juge = (saisie) =>
  etatCourriel(cleanCourriel(saisie)) === 'invalide'
    ? `« ${saisie} » n’est pas une adresse e-mail : écrivez-la en entier, comme prenom.nom@exemple.fr.`
    : null;
