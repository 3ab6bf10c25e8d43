import type { Ancien } from '../../../../../core/api/fiches';

const MOTS: Readonly<Record<Exclude<Ancien, 'annulation'>, string>> = {
  date: 'l’ancienne date',
  heure: 'l’ancienne heure',
  lieu: 'l’ancien lieu',
};

const LISTE = new Intl.ListFormat('fr', { type: 'conjunction' });

/** « a l'ancienne heure et l'ancien lieu » (decision G19); '' when what was received still holds. */
export function phraseAnciens(anciens: readonly Ancien[], pluriel = false): string {
  if (anciens.includes('annulation')) {
    return pluriel
      ? 'ne savent pas que l’action est annulée'
      : 'ne sait pas que l’action est annulée';
  }
  const mots = anciens.flatMap((ancien) => (ancien === 'annulation' ? [] : [MOTS[ancien]]));
  return mots.length === 0 ? '' : `${pluriel ? 'ont' : 'a'} ${LISTE.format(mots)}`;
}
