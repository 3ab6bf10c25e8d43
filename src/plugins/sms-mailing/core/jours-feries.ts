/** Code du travail L3133-1, fixed dates: month-day. */
const FIXES: readonly string[] = [
  '01-01',
  '05-01',
  '05-08',
  '07-14',
  '08-15',
  '11-01',
  '11-11',
  '12-25',
];

/** Days after Easter Sunday: Easter Monday, Ascension, Whit Monday. */
const APRES_PAQUES: readonly number[] = [1, 39, 50];

/** Abolition of slavery, a public holiday of each overseas département (Code du travail L3422-2). */
const ABOLITION: Readonly<Record<string, string>> = {
  'Indian/Reunion': '12-20',
  'Indian/Mayotte': '04-27',
  'America/Guadeloupe': '05-27',
  'America/Martinique': '05-22',
  'America/Cayenne': '06-10',
};

/** Code du travail L3134-13: Good Friday, and the day after Christmas, in three départements of the zone of Paris. */
const VENDREDI_SAINT = -2;
const SAINT_ETIENNE = '12-26';
const METROPOLE = 'Europe/Paris';

const JOUR_MS = 86_400_000;

/** Where a day is a holiday or not. `alsaceMoselle`: that the association is there; its neighbours of Paris's zone are too. */
export interface Lieu {
  zone: string;
  alsaceMoselle?: boolean;
}

/** Midnight UTC of Easter Sunday, Gregorian calendar (Meeus, Jones and Butcher). */
function computePaques(annee: number): number {
  const a = annee % 19;
  const b = Math.floor(annee / 100);
  const c = annee % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const rang = h + l - 7 * m + 114;
  return Date.UTC(annee, Math.floor(rang / 31) - 1, (rang % 31) + 1);
}

/** French public holidays of a year as 'YYYY-MM-DD', with those of the département. */
export function joursFeries(
  annee: number,
  { zone, alsaceMoselle = false }: Lieu
): ReadonlySet<string> {
  const locaux = alsaceMoselle && zone === METROPOLE;
  const paques = computePaques(annee);
  const mobiles = [...APRES_PAQUES, ...(locaux ? [VENDREDI_SAINT] : [])].map((jours) =>
    new Date(paques + jours * JOUR_MS).toISOString().slice(0, 10)
  );
  const abolition = ABOLITION[zone];
  const fixes = [
    ...FIXES,
    ...(abolition === undefined ? [] : [abolition]),
    ...(locaux ? [SAINT_ETIENNE] : []),
  ];
  return new Set([...fixes.map((jour) => `${String(annee)}-${jour}`), ...mobiles]);
}

/** Guide §7, decision B13: is this 'YYYY-MM-DD' of the zone a public holiday? */
export function isJourFerie(date: string, lieu: Lieu): boolean {
  return joursFeries(Number(date.slice(0, 4)), lieu).has(date);
}
