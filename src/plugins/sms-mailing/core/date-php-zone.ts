import { dayNumber } from './date-php-calendrier';

/** `instant`: ms since 1970 UTC; `decalage`: ms that the wall clock is ahead of UTC. */
export interface InstantZone {
  readonly instant: number;
  readonly decalage: number;
}

const JOUR = 86_400_000;

/** Only some English locales name a zone as its inhabitants do: CET, AST, EAT. */
const LOCALES_ABREVIATION = ['en-GB', 'en-US', 'en-ZA'];

const formateurs = new Map<string, Intl.DateTimeFormat>();

/**
 * The instant of a wall clock reading (`mur`: ms, read as if UTC) in an IANA zone. An hour lived twice is
 * its first time; an hour skipped counts from the offset in force before (RFC 5545 §3.3.5), so it is the
 * instant one hour later on the new clock. Throws RangeError on an unknown zone.
 */
export function instantOf(mur: number, zone: string): InstantZone {
  const avant = decalageAt(mur - JOUR, zone);
  const apres = decalageAt(mur + JOUR, zone);
  const isApres =
    decalageAt(mur - avant, zone) !== avant && decalageAt(mur - apres, zone) === apres;
  const decalage = isApres ? apres : avant;
  return { instant: mur - decalage, decalage };
}

/** Summer time: ahead of the smaller offset of that year. */
export function isHeureEte({ decalage }: InstantZone, annee: number, zone: string): boolean {
  const janvier = dayNumber({ annee, mois: 1, jour: 1 }) * JOUR;
  const juillet = dayNumber({ annee, mois: 7, jour: 1 }) * JOUR;
  return decalage > Math.min(decalageAt(janvier, zone), decalageAt(juillet, zone));
}

/** CET, AST, EAT … else the offset in the manner of the tz database: +04, +0530. */
export function abregeZone({ instant, decalage }: InstantZone, zone: string): string {
  for (const locale of LOCALES_ABREVIATION) {
    const nom = nameOf(instant, zone, locale, 'short');
    if (/^[A-Z]{3,5}$/.test(nom) && (nom !== 'GMT' || decalage === 0)) {
      return nom;
    }
  }
  return formatDecalage(decalage, '').replace(/00$/, '');
}

/** +01:00 or +0100. */
export function formatDecalage(decalage: number, separateur: ':' | ''): string {
  const minutes = Math.floor(Math.abs(decalage) / 60_000);
  const heures = String(Math.floor(minutes / 60)).padStart(2, '0');
  return `${decalage < 0 ? '-' : '+'}${heures}${separateur}${String(minutes % 60).padStart(2, '0')}`;
}

function decalageAt(instant: number, zone: string): number {
  const lu = /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(
    nameOf(instant, zone, 'en-US', 'longOffset')
  );
  const secondes = Number(lu?.[2] ?? 0) * 3600 + Number(lu?.[3] ?? 0) * 60 + Number(lu?.[4] ?? 0);
  return (lu?.[1] === '-' ? -secondes : secondes) * 1000 || 0;
}

function nameOf(
  instant: number,
  zone: string,
  locale: string,
  style: 'short' | 'longOffset'
): string {
  const cle = `${zone} ${locale} ${style}`;
  let formateur = formateurs.get(cle);
  if (formateur === undefined) {
    formateur = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: style });
    formateurs.set(cle, formateur);
  }
  const partie = formateur.formatToParts(instant).find(({ type }) => type === 'timeZoneName');
  return partie?.value ?? '';
}
