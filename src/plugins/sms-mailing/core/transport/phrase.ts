import { localDate, localHeure } from '../horaire';
import type { Marche } from './marche';

/** When the alert is read. */
export interface Lecture {
  /** The same instant by both clocks. */
  readonly now: number;
  readonly date: Date;
  readonly zone: string;
  /** Envois due by this transport. */
  readonly restants: number;
}

const MINUTE_MS = 60_000;

/** « 19h05 », with the day when it is another. */
function sayInstant(instant: Date, { date, zone }: Pick<Lecture, 'date' | 'zone'>): string {
  const heure = localHeure(instant, zone).slice(0, 5).replace(':', 'h');
  const jour = localDate(instant, zone);
  return jour === localDate(date, zone)
    ? heure
    : `${heure} le ${jour.slice(8, 10)}/${jour.slice(5, 7)}`;
}

/** The hour that the association allows is full: even what leaves at the click waits. */
export function sayHeure(
  parHeure: number | null,
  libreLe: Date | null,
  lecture: Lecture
): string | null {
  return parHeure === null || libreLe === null || libreLe <= lecture.date
    ? null
    : `Votre limite de ${String(parHeure)} e-mails par heure est atteinte : la suite part à ${sayInstant(libreLe, lecture)}.`;
}

/** What the hour that the association allows leaves to a click. */
export interface ResteHeure {
  readonly parHeure: number;
  readonly reste: number;
  /** When the others begin to leave. */
  readonly libreLe: Date;
}

/** Before a click that sends so many e-mails: those that the hour has no room for wait; null: all leave at once. */
export function sayReste(
  messages: number,
  { parHeure, reste, libreLe }: ResteHeure,
  lecture: Pick<Lecture, 'date' | 'zone'>
): string | null {
  if (messages <= reste) {
    return null;
  }
  const limite = `Votre limite de ${String(parHeure)} e-mails par heure`;
  const heure = sayInstant(libreLe, lecture);
  return reste === 0
    ? `${limite} est atteinte : ces e-mails partiront à partir de ${heure}.`
    : `${limite} n’en laisse partir que ${String(reste)} tout de suite : les autres partiront à partir de ${heure}.`;
}

function sayRythme(parMinute: number, lecture: Lecture): string {
  const { restants, date } = lecture;
  const rythme = `Il en part environ ${String(Math.max(1, Math.round(parMinute)))} par minute`;
  const fin = new Date(date.getTime() + (restants / parMinute) * MINUTE_MS);
  const suite =
    restants === 1 ? 'le dernier sera parti' : `les ${String(restants)} en attente seront partis`;
  return `${rythme} : ${suite} vers ${sayInstant(fin, lecture)}.`;
}

/** Paused for a few seconds, as it is now and then to find the pace: messages left a moment ago. */
function isEnMarche({ minute, minuteAvant, minuteDebut }: Marche, now: number): boolean {
  return minute + minuteAvant > 0 && now - minuteDebut < 2 * MINUTE_MS;
}

/** What a gestionnaire should know of a transport, and until when; null: nothing. */
export function sayMarche(marche: Marche, lecture: Lecture): string | null {
  const { raison, parMinute, suspenduJusqua, sonde } = marche;
  if (raison === null) {
    return null;
  }
  const phrase = /[.!?]$/.test(raison) ? raison : `${raison}.`;
  if (parMinute !== null && (sonde === 'non' || isEnMarche(marche, lecture.now))) {
    // At its pace, it works: there is nothing to know when nothing waits.
    return lecture.restants === 0 ? null : `${phrase} ${sayRythme(parMinute, lecture)}`;
  }
  const attente = suspenduJusqua - lecture.now;
  return attente > 0
    ? `${phrase} Rien n’est perdu : nouvel essai à ${sayInstant(new Date(lecture.date.getTime() + attente), lecture)}.`
    : `${phrase} Rien n’est perdu : un nouvel essai est en cours.`;
}
