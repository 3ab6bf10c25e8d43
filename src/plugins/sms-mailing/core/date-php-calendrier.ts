/** A civil date of the Gregorian calendar, months and days from 1. No time zone, no clock. */
export interface JourCivil {
  readonly annee: number;
  readonly mois: number;
  readonly jour: number;
}

export function isLeap(annee: number): boolean {
  return annee % 4 === 0 && (annee % 100 !== 0 || annee % 400 === 0);
}

export function daysInMonth(annee: number, mois: number): number {
  if (mois === 2) {
    return isLeap(annee) ? 29 : 28;
  }
  return mois === 4 || mois === 6 || mois === 9 || mois === 11 ? 30 : 31;
}

/** Days since 1970-01-01. Years start in March here, so that the leap day ends them. */
export function dayNumber({ annee, mois, jour }: JourCivil): number {
  const an = mois <= 2 ? annee - 1 : annee;
  const depuisMars = Math.floor((153 * (mois > 2 ? mois - 3 : mois + 9) + 2) / 5) + jour - 1;
  const bissextiles = Math.floor(an / 4) - Math.floor(an / 100) + Math.floor(an / 400);
  return an * 365 + bissextiles + depuisMars - 719_468;
}

/** Sunday 0 … Saturday 6. */
export function weekday(date: JourCivil): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** January 1st is 0. */
export function dayOfYear(date: JourCivil): number {
  return dayNumber(date) - dayNumber({ annee: date.annee, mois: 1, jour: 1 });
}

/** ISO 8601: the week belongs to the year of its Thursday. */
export function isoWeek(date: JourCivil): { annee: number; semaine: number } {
  const jeudi = dayNumber(date) - (weekday(date) || 7) + 4;
  let annee = date.annee;
  if (jeudi < dayNumber({ annee, mois: 1, jour: 1 })) {
    annee -= 1;
  } else if (jeudi >= dayNumber({ annee: annee + 1, mois: 1, jour: 1 })) {
    annee += 1;
  }
  const semaine = Math.floor((jeudi - dayNumber({ annee, mois: 1, jour: 1 })) / 7) + 1;
  return { annee, semaine };
}
