import type { ActionAgenda } from '../../../../core/api/agenda';

export type Genre = 'individuelle' | 'collective' | 'annulee';

/** Colours of the theme, light or dark. */
export const GENRES = {
  individuelle: { libelle: 'Individuelle', fond: 'secondary100', bord: 'secondary600' },
  collective: { libelle: 'Collective', fond: 'alternative100', bord: 'alternative600' },
  annulee: { libelle: 'Annulée', fond: 'neutral150', bord: 'neutral500' },
} as const satisfies Readonly<Record<Genre, { libelle: string; fond: string; bord: string }>>;

export function genreOf({ annulee, nature }: Pick<ActionAgenda, 'annulee' | 'nature'>): Genre {
  if (annulee) {
    return 'annulee';
  }
  return nature === 'Individuelle' ? 'individuelle' : 'collective';
}
