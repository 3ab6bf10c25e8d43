const NOMBRE = new Intl.NumberFormat('fr-FR');
const DATE = new Intl.DateTimeFormat('fr-FR', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const DATE_HEURE = new Intl.DateTimeFormat('fr-FR', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** « 1 personne », « 1 204 personnes », « 0 personne » : zero is singular in French. */
export function pluralize(nombre: number, singulier: string, pluriel = `${singulier}s`): string {
  return `${NOMBRE.format(nombre)} ${nombre >= 2 ? pluriel : singulier}`;
}

/** A sentence, carried on inside another. */
export function minuscule(phrase: string): string {
  return phrase.charAt(0).toLowerCase() + phrase.slice(1);
}

export function formatNombre(nombre: number): string {
  return NOMBRE.format(nombre);
}

/** A number as it is typed: spaces between thousands, a decimal comma. undefined: nothing; NaN: no number. */
export function readNombre(texte: string): number | undefined {
  const serre = texte.replace(/\s/gu, '').replace(/^−/u, '-').replace(',', '.');
  return serre === '' ? undefined : /^-?\d+(\.\d+)?$/u.test(serre) ? Number(serre) : Number.NaN;
}

/** An instant (ISO 8601), in the zone of the browser. */
export function formatInstant(instant: string | null): string {
  return instant === null ? '' : DATE_HEURE.format(new Date(instant));
}

/** The day of an instant (ISO 8601), in the zone of the browser. */
export function formatDate(instant: string): string {
  return DATE.format(new Date(instant));
}

/** A day 'YYYY-MM-DD', never moved by a zone. */
export function formatJour(jour: string): string {
  return DATE.format(new Date(`${jour}T12:00:00`));
}

const TAILLE = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 });

/** Bytes, as a reader counts them: « 240 ko », « 1,8 Mo ». */
export function formatTaille(octets: number): string {
  const ko = octets / 1024;
  return ko < 1000
    ? `${TAILLE.format(Math.max(1, Math.round(ko)))} ko`
    : `${TAILLE.format(ko / 1024)} Mo`;
}
