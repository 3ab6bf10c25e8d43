import type { LigneStatistiques, Statistiques } from '../../../core/api/statistiques';
import { addDays, formatJour } from '../../../core/horaire';
import {
  LIBELLES_MODALITE,
  LIBELLES_TYPE_CONTACT,
  modaliteSchema,
  typeContactSchema,
} from '../../../core/vocabulaire';

/** What a colour and a drawing of bars stand for. */
export interface Serie {
  cle: string;
  libelle: string;
}

/** One bar: a day or a month, what each série is worth there. */
export interface Point {
  cle: string;
  /** Under the bar, and as one reads it. */
  court: string;
  long: string;
  valeurs: Readonly<Record<string, number>>;
}

export const SERIES_TYPES: readonly Serie[] = typeContactSchema.options.map((cle) => ({
  cle,
  libelle: LIBELLES_TYPE_CONTACT[cle],
}));
export const SERIES_ORIGINES: readonly Serie[] = modaliteSchema.options.map((cle) => ({
  cle,
  libelle: LIBELLES_MODALITE[cle],
}));
export const SERIES_ECHECS: readonly Serie[] = [
  { cle: 'echecs', libelle: 'Échecs' },
  { cle: 'incertains', libelle: 'Incertains' },
];

const COURT = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'short', timeZone: 'UTC' });

function listJours({ du, au }: Statistiques): string[] {
  const jours = [];
  for (let jour = du; jour <= au; jour = addDays(jour, 1)) {
    jours.push(jour);
  }
  return jours;
}

/** A point a day, those without any envoi too; `valeursOf`: what a line adds to each série. */
export function pointsParJour(
  statistiques: Statistiques,
  valeursOf: (ligne: LigneStatistiques) => Readonly<Record<string, number>>
): Point[] {
  const parJour = new Map<string, Record<string, number>>();
  for (const ligne of statistiques.lignes) {
    const valeurs = parJour.get(ligne.jour) ?? {};
    for (const [cle, nombre] of Object.entries(valeursOf(ligne))) {
      valeurs[cle] = (valeurs[cle] ?? 0) + nombre;
    }
    parJour.set(ligne.jour, valeurs);
  }
  return listJours(statistiques).map((jour) => ({
    cle: jour,
    court: COURT.format(new Date(`${jour}T00:00:00Z`)),
    long: formatJour(jour),
    valeurs: parJour.get(jour) ?? {},
  }));
}

export const valeurOf = ({ valeurs }: Point, { cle }: Serie): number => valeurs[cle] ?? 0;

/** All the points of one série. */
export const totalOf = (points: readonly Point[], serie: Serie): number =>
  points.reduce((somme, point) => somme + valeurOf(point, serie), 0);

/** Nothing to draw: axes alone would say nothing. */
export const isVide = (points: readonly Point[], series: readonly Serie[]): boolean =>
  series.every((serie) => totalOf(points, serie) === 0);
