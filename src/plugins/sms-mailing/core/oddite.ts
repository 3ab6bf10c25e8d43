import { formatJour } from './horaire';

/** What is odd in an evening, to be looked at before it leaves; `regle`, `modele`, `action`: documentIds. */
export type Oddite =
  | { genre: 'modele_inactif'; modele: string; nom: string; regle: string }
  | { genre: 'conflit'; action: string; objet: string; date: string; personnes: number }
  | { genre: 'aucun'; regle: string; nom: string; habituel: number }
  | { genre: 'double'; regle: string; nom: string; nombre: number; habituel: number }
  | { genre: 'date_passee'; modele: string; nom: string; dates: string[] };

/** The sentence of each; what opens beside it mends it. */
export function phraseOddite(oddite: Oddite): string {
  switch (oddite.genre) {
    case 'modele_inactif':
      return `L’envoi automatique « ${oddite.nom} » est actif, mais son modèle est inactif : il ne partira pas.`;
    case 'conflit':
      return `Plusieurs envois automatiques écrivent ${oddite.personnes > 1 ? `aux ${String(oddite.personnes)} mêmes personnes` : 'à la même personne'} pour « ${oddite.objet} » du ${formatJour(oddite.date)}.`;
    case 'aucun':
      return `L’envoi automatique « ${oddite.nom} » n’atteint personne, alors qu’il écrit d’habitude à ${String(oddite.habituel)} personnes ce jour de la semaine.`;
    case 'double':
      return `L’envoi automatique « ${oddite.nom} » atteint ${String(oddite.nombre)} personnes, au moins le double d’habitude (${String(oddite.habituel)}).`;
    case 'date_passee':
      return `Le modèle « ${oddite.nom} » contient une date passée : ${oddite.dates.join(', ')}.`;
  }
}

/** Evenings of the past needed before anything is called usual. */
const CONNUS = 3;
/** A handful more or less is no oddity. */
const ECART = 10;

function median(nombres: readonly number[]): number {
  const tries = [...nombres].sort((a, b) => a - b);
  return tries[Math.floor(tries.length / 2)] ?? 0;
}

/**
 * What a rule reached on the evenings it wrote, oldest or not, against tonight; `memeJour`: those of the same
 * day of the week. Null: nothing odd, or too little is known.
 */
export function compareHabitude(
  nombre: number,
  { soirs, memeJour }: { soirs: readonly number[]; memeJour: readonly number[] }
): { genre: 'aucun' | 'double'; habituel: number } | null {
  if (nombre === 0) {
    const habituel = median(memeJour);
    return memeJour.length >= CONNUS && habituel > 0 ? { genre: 'aucun', habituel } : null;
  }
  const habituel = median(soirs);
  return soirs.length >= CONNUS && nombre >= 2 * habituel && nombre - habituel >= ECART
    ? { genre: 'double', habituel }
    : null;
}
