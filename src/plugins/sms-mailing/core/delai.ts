import { addDays, formatJour, targetDate } from './horaire';

/** Guide §6.b: « annoté de la façon suivante : J + ou – X jours ». */
export function formatDelai(delai: number): string {
  if (delai === 0) {
    return 'J0';
  }
  return delai < 0 ? `J-${String(-delai)}` : `J+${String(delai)}`;
}

/** '19:00' → « 19h », '18:30' → « 18h30 ». */
export function formatHeure(heure: string): string {
  const [heures = '', minutes = ''] = heure.split(':');
  return `${String(Number(heures))}h${minutes === '00' ? '' : minutes}`;
}

/** The year is said when it is not this one. */
function formatJourDe(date: string, soir: string): string {
  const annee = date.slice(0, 4);
  return annee === soir.slice(0, 4) ? formatJour(date) : `${formatJour(date)} ${annee}`;
}

function nextSamedi(date: string): string {
  const jours = Array.from({ length: 7 }, (_, rang) => addDays(date, rang));
  return jours.find((jour) => formatJour(jour).startsWith('samedi')) ?? date;
}

/**
 * Guide §6.d, with dates of these days: « une action du samedi 5 mars : le message part le jeudi 3 mars à 19h ».
 * The first Saturday whose message can still leave, `soir` being the next evening.
 */
export function phraseExempleDelai(delai: number, soir: string, heure: string): string {
  const action = nextSamedi(targetDate(soir, Math.min(delai, 0)));
  const depart = addDays(action, delai);
  const a = formatHeure(heure);
  return `Une action du ${formatJourDe(action, soir)} : le message part le ${formatJourDe(depart, soir)} à ${a}.`;
}
