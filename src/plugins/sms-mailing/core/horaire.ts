/** Dates are 'YYYY-MM-DD', hours 'HH:mm' or 'HH:mm:ss', both wall clock of the association's zone (F16). */
const HEURE_DU_SOIR = '19:00';

/** Decision B5: a missed evening still leaves until then, and again from the next morning. */
const FIN_DE_SOIREE = '21:00';
const DEBUT_DE_MATINEE = '08:00';

const SECONDE_MS = 1_000;
const JOUR_MS = 86_400_000;

interface Horloge {
  date: string;
  /** 'HH:mm:ss' */
  heure: string;
}

/** Building one costs 0.5 ms, asking it 2 µs: one per zone for the life of the process. */
const formateurs = new Map<string, Intl.DateTimeFormat>();

function formateurOf(zone: string): Intl.DateTimeFormat {
  const connu = formateurs.get(zone);
  if (connu !== undefined) {
    return connu;
  }
  const formateur = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formateurs.set(zone, formateur);
  return formateur;
}

function readHorloge(instant: Date, zone: string): Horloge {
  const lu: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const part of formateurOf(zone).formatToParts(instant)) {
    lu[part.type] = part.value;
  }
  return {
    date: `${(lu.year ?? '').padStart(4, '0')}-${lu.month ?? ''}-${lu.day ?? ''}`,
    heure: `${lu.hour ?? ''}:${lu.minute ?? ''}:${lu.second ?? ''}`,
  };
}

/** Milliseconds since the epoch, as if the wall clock were UTC. */
function parseHorloge(date: string, heure: string): number {
  const h = /^(\d{2}:\d{2})(:\d{2})?(?:\.\d+)?$/.exec(heure);
  const ms = Date.parse(`${date}T${h?.[1] ?? heure}${h?.[2] ?? ':00'}Z`);
  if (h === null || Number.isNaN(ms)) {
    throw new RangeError(`Not a date and an hour: ${date} ${heure}`);
  }
  return ms;
}

/** What the zone adds to UTC at this instant, in milliseconds. */
function offsetAt(instantMs: number, zone: string): number {
  const { date, heure } = readHorloge(new Date(instantMs), zone);
  return parseHorloge(date, heure) - Math.floor(instantMs / SECONDE_MS) * SECONDE_MS;
}

/** Calendar day it is in the zone. */
export function localDate(now: Date, zone: string): string {
  return readHorloge(now, zone).date;
}

/** Clock it is in the zone, 'HH:mm:ss'. */
export function localHeure(now: Date, zone: string): string {
  return readHorloge(now, zone).heure;
}

/**
 * The instant at which the zone's clock shows this date and hour. An hour that exists twice is the first
 * one; an hour that the clocks skip is moved past the gap (02:30 becomes 03:30).
 */
export function instantOf(date: string, heure: string, zone: string): Date {
  const mural = parseHorloge(date, heure);
  const avant = offsetAt(mural - JOUR_MS, zone);
  const apres = offsetAt(mural + JOUR_MS, zone);
  const existe = [avant, apres].find((decalage) => offsetAt(mural - decalage, zone) === decalage);
  return new Date(mural - (existe ?? avant));
}

/** Calendar days, never hours: DST plays no part. */
export function addDays(date: string, jours: number): string {
  return new Date(parseHorloge(date, '00:00') + jours * JOUR_MS).toISOString().slice(0, 10);
}

/** Guide §6.b: the date of the actions that a délai looks for this evening; J-2 looks two days ahead. */
export function targetDate(today: string, delai: number): string {
  return addDays(today, -delai);
}

/** Decision B1: before 19:00:00 this evening, from then on tomorrow evening. */
export function nextEnvoiDuSoir(now: Date, zone: string, heure: string = HEURE_DU_SOIR): Date {
  const today = localDate(now, zone);
  const ceSoir = instantOf(today, heure, zone);
  return now < ceSoir ? ceSoir : instantOf(addDays(today, 1), heure, zone);
}

/** '2022-03-05' as a French reader writes it: 05/03/2022. */
export function formatDate(date: string): string {
  return date.split('-').reverse().join('/');
}

/** « jeudi 3 mars », « lundi 1er mars ». */
export function formatJour(date: string): string {
  const jour = new Intl.DateTimeFormat('fr-FR', {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(parseHorloge(date, '00:00'));
  return jour.replace(/(?<= )1(?= )/, '1er');
}

/** Guide §7.b, decision B1, said before the click: « Partira ce soir à 19h00 ». `depart` when it is not the next evening. */
export function phraseDepart(
  now: Date,
  zone: string,
  depart: Date = nextEnvoiDuSoir(now, zone)
): string {
  const today = localDate(now, zone);
  const { date, heure } = readHorloge(depart, zone);
  const a = `à ${String(Number(heure.slice(0, 2)))}h${heure.slice(3, 5)}`;
  if (date === today) {
    return `Partira ${heure >= '18:00' ? 'ce soir' : 'aujourd’hui'} ${a}`;
  }
  return date === addDays(today, 1) ? `Partira demain ${a}` : `Partira ${formatJour(date)} ${a}`;
}

export type Depart =
  | { decision: 'partir'; retarde: boolean }
  | { decision: 'attendre'; jusqua: Date }
  | { decision: 'trop_tard' };

export interface EnvoiPrevu {
  prevuLe: Date;
  /** Null for an envoi that no action dates: campagne, fiche Entrepreneur. */
  delai: number | null;
  debutAction: Date | null;
}

/**
 * Decisions B5 and F17: what becomes of an envoi whose evening may have been missed. Until 21h it leaves as
 * if on time; later it waits for 8h and leaves « retardé »; a J−n whose action has begun never leaves.
 */
export function decideDepart(envoi: EnvoiPrevu, now: Date, zone: string): Depart {
  const rappel = envoi.delai !== null && envoi.delai < 0;
  if (rappel && envoi.debutAction !== null && envoi.debutAction <= now) {
    return { decision: 'trop_tard' };
  }
  if (now < envoi.prevuLe) {
    return { decision: 'attendre', jusqua: envoi.prevuLe };
  }
  const { date, heure } = readHorloge(now, zone);
  if (heure < DEBUT_DE_MATINEE) {
    return { decision: 'attendre', jusqua: instantOf(date, DEBUT_DE_MATINEE, zone) };
  }
  if (heure >= FIN_DE_SOIREE) {
    return { decision: 'attendre', jusqua: instantOf(addDays(date, 1), DEBUT_DE_MATINEE, zone) };
  }
  return { decision: 'partir', retarde: date !== localDate(envoi.prevuLe, zone) };
}
