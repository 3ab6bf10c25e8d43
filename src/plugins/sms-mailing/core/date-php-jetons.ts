import { dayNumber, dayOfYear, daysInMonth, isLeap, isoWeek, weekday } from './date-php-calendrier';
import type { InstantZone } from './date-php-zone';
import { abregeZone, formatDecalage, instantOf, isHeureEte } from './date-php-zone';

/** A raw value read; what its precision does not hold is at its first value. */
export interface Moment {
  readonly annee: number;
  readonly mois: number;
  readonly jour: number;
  readonly heure: number;
  readonly minute: number;
  readonly seconde: number;
  readonly precision: 'date' | 'heure' | 'dateheure';
}

/** `date` and `heure` tokens need that half of the value, `zone` tokens need both. */
type Genre = 'date' | 'heure' | 'zone';
type Rendre = (moment: Moment, zone: string) => string;

export interface Jeton {
  readonly genre: Genre;
  readonly rendre: Rendre;
}

const JOURS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
const JOURS_COURTS = ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'];
const MOIS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
const MOIS_COURTS = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
];
/** RFC 2822 (`r`) is English whatever the language. */
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const DATES: Readonly<Record<string, Rendre>> = {
  d: (m) => pad(m.jour, 2),
  j: (m) => String(m.jour),
  D: (m) => JOURS_COURTS[weekday(m)] ?? '',
  l: (m) => JOURS[weekday(m)] ?? '',
  N: (m) => String(weekday(m) || 7),
  w: (m) => String(weekday(m)),
  z: (m) => String(dayOfYear(m)),
  S: (m) => (m.jour === 1 ? 'er' : ''),
  W: (m) => pad(isoWeek(m).semaine, 2),
  o: (m) => pad(isoWeek(m).annee, 4),
  m: (m) => pad(m.mois, 2),
  n: (m) => String(m.mois),
  F: (m) => MOIS[m.mois - 1] ?? '',
  M: (m) => MOIS_COURTS[m.mois - 1] ?? '',
  t: (m) => String(daysInMonth(m.annee, m.mois)),
  L: (m) => (isLeap(m.annee) ? '1' : '0'),
  Y: (m) => pad(m.annee, 4),
  y: (m) => pad(m.annee % 100, 2),
  c: (m, zone) =>
    isoDate(m) + (m.precision === 'date' ? '' : `T${clock(m)}${decalage(m, zone, ':')}`),
  r: (m, zone) =>
    `${DAYS[weekday(m)] ?? ''}, ${pad(m.jour, 2)} ${MONTHS[m.mois - 1] ?? ''} ${pad(m.annee, 4)}` +
    (m.precision === 'date' ? '' : ` ${clock(m)} ${decalage(m, zone, '')}`),
  U: (m, zone) => String(locate(m, zone).instant / 1000),
};

const HEURES: Readonly<Record<string, Rendre>> = {
  H: (m) => pad(m.heure, 2),
  G: (m) => String(m.heure),
  h: (m) => pad(m.heure % 12 || 12, 2),
  g: (m) => String(m.heure % 12 || 12),
  i: (m) => pad(m.minute, 2),
  s: (m) => pad(m.seconde, 2),
  v: () => '000',
  u: () => '000000',
  a: (m) => (m.heure < 12 ? 'am' : 'pm'),
  A: (m) => (m.heure < 12 ? 'AM' : 'PM'),
};

const ZONES: Readonly<Record<string, Rendre>> = {
  e: (_, zone) => zone,
  T: (m, zone) => abregeZone(locate(m, zone), zone),
  P: (m, zone) => decalage(m, zone, ':'),
  O: (m, zone) => decalage(m, zone, ''),
  p: (m, zone) => (locate(m, zone).decalage === 0 ? 'Z' : decalage(m, zone, ':')),
  Z: (m, zone) => String(locate(m, zone).decalage / 1000),
  I: (m, zone) => (isHeureEte(locate(m, zone), m.annee, zone) ? '1' : '0'),
};

/** Every letter of PHP's date() but `B`, Swatch beats (decision A5). */
export const JETONS: ReadonlyMap<string, Jeton> = new Map([
  ...letters('date', DATES),
  ...letters('heure', HEURES),
  ...letters('zone', ZONES),
]);

function letters(genre: Genre, rendus: Readonly<Record<string, Rendre>>): [string, Jeton][] {
  return Object.entries(rendus).map(([lettre, rendre]) => [lettre, { genre, rendre }]);
}

function locate(m: Moment, zone: string): InstantZone {
  const secondes = ((dayNumber(m) * 24 + m.heure) * 60 + m.minute) * 60 + m.seconde;
  return instantOf(secondes * 1000, zone);
}

function decalage(m: Moment, zone: string, separateur: ':' | ''): string {
  return formatDecalage(locate(m, zone).decalage, separateur);
}

function isoDate(m: Moment): string {
  return `${pad(m.annee, 4)}-${pad(m.mois, 2)}-${pad(m.jour, 2)}`;
}

function clock(m: Moment): string {
  return `${pad(m.heure, 2)}:${pad(m.minute, 2)}:${pad(m.seconde, 2)}`;
}

function pad(nombre: number, largeur: number): string {
  return String(nombre).padStart(largeur, '0');
}
