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

const JOUR_MS = 86_400_000;

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

/** French public holidays of a year as 'YYYY-MM-DD', with the one of the zone's own département. */
export function joursFeries(annee: number, zone: string): ReadonlySet<string> {
  const paques = computePaques(annee);
  const mobiles = APRES_PAQUES.map((jours) =>
    new Date(paques + jours * JOUR_MS).toISOString().slice(0, 10)
  );
  const abolition = ABOLITION[zone];
  const fixes = abolition === undefined ? FIXES : [...FIXES, abolition];
  return new Set([...fixes.map((jour) => `${String(annee)}-${jour}`), ...mobiles]);
}

/** Guide §7, decision B13: is this 'YYYY-MM-DD' of the zone a public holiday? */
export function isJourFerie(date: string, zone: string): boolean {
  return joursFeries(Number(date.slice(0, 4)), zone).has(date);
}
