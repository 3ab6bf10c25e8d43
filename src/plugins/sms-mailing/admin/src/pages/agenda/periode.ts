export type VueAgenda = 'semaine' | 'mois';

export interface Periode {
  /** 'YYYY-MM-DD', a Monday. */
  debut: string;
  /** The day after the last one shown. */
  fin: string;
  titre: string;
}

const JOURS_SEMAINE = 7;
/** A page of the month: always six weeks, so that it never changes its height. */
const JOURS_MOIS = 42;

const JOUR = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', timeZone: 'UTC' });
const JOUR_MOIS = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const JOUR_COMPLET = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const MOIS = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Days are reckoned in universal time: none is 23 or 25 hours long there. */
const toDate = (jour: string): Date => new Date(`${jour}T00:00:00Z`);
const toJour = (date: Date): string => date.toISOString().slice(0, 10);

function addJours(jour: string, nombre: number): string {
  const date = toDate(jour);
  date.setUTCDate(date.getUTCDate() + nombre);
  return toJour(date);
}

function lundiOf(jour: string): string {
  return addJours(jour, -((toDate(jour).getUTCDay() + 6) % JOURS_SEMAINE));
}

/** « 1er mars », and no other ordinal. */
export const ordinal = (date: string): string => date.replace(/(?<!\d)1(?=\s\p{L}|$)/u, '1er');

function titreSemaine(debut: string): string {
  const [lundi, dimanche] = [toDate(debut), toDate(addJours(debut, JOURS_SEMAINE - 1))];
  const memeMois = lundi.getUTCMonth() === dimanche.getUTCMonth();
  const memeAnnee = lundi.getUTCFullYear() === dimanche.getUTCFullYear();
  const formatLundi = memeMois ? JOUR : memeAnnee ? JOUR_MOIS : JOUR_COMPLET;
  const [du, au] = [formatLundi.format(lundi), JOUR_COMPLET.format(dimanche)];
  return `Semaine du ${ordinal(du)} au ${ordinal(au)}`;
}

/** What is shown of this day, by week or by month. */
export function periodeOf(vue: VueAgenda, jour: string): Periode {
  if (vue === 'semaine') {
    const debut = lundiOf(jour);
    return { debut, fin: addJours(debut, JOURS_SEMAINE), titre: titreSemaine(debut) };
  }
  const premier = `${jour.slice(0, 7)}-01`;
  const debut = lundiOf(premier);
  const mois = MOIS.format(toDate(premier));
  return {
    debut,
    fin: addJours(debut, JOURS_MOIS),
    titre: `${mois.charAt(0).toUpperCase()}${mois.slice(1)}`,
  };
}

/** The same one week, or one month, before (-1) or after (1). */
export function moveJour(vue: VueAgenda, jour: string, pas: -1 | 1): string {
  if (vue === 'semaine') {
    return addJours(jour, pas * JOURS_SEMAINE);
  }
  const premier = toDate(`${jour.slice(0, 7)}-01`);
  premier.setUTCMonth(premier.getUTCMonth() + pas);
  return toJour(premier);
}

/** Today, where the browser is. */
export function todayOf(maintenant: Date): string {
  const [annee, mois, jour] = [
    maintenant.getFullYear(),
    maintenant.getMonth() + 1,
    maintenant.getDate(),
  ];
  return [String(annee), String(mois).padStart(2, '0'), String(jour).padStart(2, '0')].join('-');
}

/** What an address may say of the day; null when it says none that exists. */
export function readJour(ecrit: string | null): string | null {
  const date = /^\d{4}-\d\d-\d\d$/.test(ecrit ?? '') ? toDate(ecrit ?? '') : null;
  return date !== null && !Number.isNaN(date.getTime()) && toJour(date) === ecrit ? ecrit : null;
}
