import { daysInMonth } from './date-php-calendrier';
import type { Jeton, Moment } from './date-php-jetons';
import { JETONS } from './date-php-jetons';

/** Decision A5. A value without a time loses « à H:i », a value without a date loses « d/m/Y à ». */
const FORMAT_DATE_DEFAUT = 'd/m/Y à H:i';

type Partie = string | Jeton;

/**
 * Renders a raw value ('YYYY-MM-DD', 'YYYY-MM-DDTHH:mm' or 'HH:mm', wall clock of `zone`, an IANA name) by
 * the letters of PHP's date(), in French (guide §2.c, decision A5). The digits are the ones typed, even in
 * the hour that a change of time skips. What the value does not hold is left out with the text that goes
 * with it: `j F Y à H:i` on a date alone gives « 5 mars 2022 ». Any other value comes back as it is.
 * Throws RangeError on a zone that does not exist, when a letter of zone is used.
 */
export function formatDatePhp(format: string | null, valeur: string, zone: string): string {
  return compileFormatDate(format, zone)(valeur);
}

/** formatDatePhp for many values: the format is read once. */
export function compileFormatDate(format: string | null, zone: string): (valeur: string) => string {
  const parties = parseFormat(format ?? FORMAT_DATE_DEFAUT);
  const variantes = {
    dateheure: parties,
    date: reduceTo('date', parties),
    heure: reduceTo('heure', parties),
  };
  return (valeur) => {
    const lu = parseMoment(valeur);
    if (lu === null) {
      return valeur;
    }
    let texte = '';
    for (const partie of variantes[lu.precision]) {
      texte += typeof partie === 'string' ? partie : partie.rendre(lu, zone);
    }
    return texte;
  };
}

function parseFormat(format: string): Partie[] {
  const parties: Partie[] = [];
  const lettres = [...format];
  for (let i = 0; i < lettres.length; i += 1) {
    const lettre = lettres[i] ?? '';
    const echappee = lettre === '\\' ? lettres[i + 1] : undefined;
    if (echappee !== undefined) {
      i += 1;
    }
    const partie = echappee ?? JETONS.get(lettre) ?? lettre;
    const precedente = parties.at(-1);
    if (typeof partie === 'string' && typeof precedente === 'string') {
      parties[parties.length - 1] = precedente + partie;
    } else {
      parties.push(partie);
    }
  }
  return parties;
}

/** Keeps the tokens of one genre; where others were dropped, the text around them goes too. */
function reduceTo(genre: 'date' | 'heure', parties: readonly Partie[]): Partie[] {
  const gardees: Partie[] = [];
  let texte = '';
  let isAmpute = false;
  let hasJeton = false;
  for (const partie of parties) {
    if (typeof partie === 'string') {
      texte += partie;
    } else if (partie.genre !== genre) {
      isAmpute = true;
    } else {
      const liaison = isAmpute ? (hasJeton ? ' ' : '') : texte;
      gardees.push(liaison, partie);
      texte = '';
      isAmpute = false;
      hasJeton = true;
    }
  }
  if (!isAmpute) {
    gardees.push(texte);
  }
  return gardees;
}

const VALEUR =
  /^(?:(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?)?|(\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?)$/;

function parseMoment(valeur: string): Moment | null {
  const lu = VALEUR.exec(valeur);
  if (lu === null) {
    return null;
  }
  const [, date, apresDate, heureSeule] = lu;
  const jour = date ?? '1970-01-01';
  const horloge = apresDate ?? heureSeule ?? '';
  const resultat: Moment = {
    annee: Number(jour.slice(0, 4)),
    mois: Number(jour.slice(5, 7)),
    jour: Number(jour.slice(8)),
    heure: Number(horloge.slice(0, 2)),
    minute: Number(horloge.slice(3, 5)),
    seconde: Number(horloge.slice(6)),
    precision: horloge === '' ? 'date' : heureSeule === undefined ? 'dateheure' : 'heure',
  };
  return isReel(resultat) ? resultat : null;
}

function isReel(m: Moment): boolean {
  const isDate =
    m.mois >= 1 && m.mois <= 12 && m.jour >= 1 && m.jour <= daysInMonth(m.annee, m.mois);
  return isDate && m.heure < 24 && m.minute < 60 && m.seconde < 60;
}
