import { addDays } from './horaire';

const MOIS = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
];

const EN_CHIFFRES = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/g;
const EN_LETTRES = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:er)?\\s+(${MOIS.join('|')})(?:\\s+(\\d{4}))?(?![a-z])`,
  'g'
);

/** Further back, a date is a fact told (a law, a creation), not an appointment left from last time. */
const JOURS_RECENTS = 400;
/** A day without its year is the one that was, or comes, within half a year. */
const DEMI_ANNEE = 182;

const pad = (nombre: number): string => String(nombre).padStart(2, '0');

/** 'YYYY-MM-DD'; null for a day that no calendar has. */
function toJour(annee: number, mois: number, jour: number): string | null {
  const iso = `${String(annee)}-${pad(mois)}-${pad(jour)}`;
  const instant = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== iso ? null : iso;
}

function fromLettres([, jour, mois, annee]: RegExpMatchArray, soir: string): string | null {
  const rang = MOIS.indexOf(mois ?? '') + 1;
  if (annee !== undefined) {
    return toJour(Number(annee), rang, Number(jour));
  }
  const cetteAnnee = toJour(Number(soir.slice(0, 4)), rang, Number(jour));
  const derniere = toJour(Number(soir.slice(0, 4)) - 1, rang, Number(jour));
  return (
    [cetteAnnee, derniere].find(
      (iso) => iso !== null && iso < soir && iso >= addDays(soir, -DEMI_ANNEE)
    ) ?? null
  );
}

/** The text without accents nor capitals, of the same length: what is found is quoted as it was written. */
function fold(texte: string): string {
  return [...texte]
    .map((signe) => {
      const nu = signe.normalize('NFD').charAt(0).toLowerCase();
      return nu.length === signe.length ? nu : signe;
    })
    .join('');
}

/** Dates written in a text that are over on that evening, as they are written: a modèle left from last time. */
export function findDatesPassees(texte: string, soir: string): string[] {
  const plie = fold(texte.normalize('NFC'));
  const lues = [
    ...[...plie.matchAll(EN_CHIFFRES)].map((trouvee) => {
      const [, jour, mois, annee] = trouvee;
      return { trouvee, iso: toJour(Number(annee), Number(mois), Number(jour)) };
    }),
    ...[...plie.matchAll(EN_LETTRES)].map((trouvee) => ({
      trouvee,
      iso: fromLettres(trouvee, soir),
    })),
  ];
  const passees = lues
    .filter(({ iso }) => iso !== null && iso < soir && iso >= addDays(soir, -JOURS_RECENTS))
    .sort((a, b) => a.trouvee.index - b.trouvee.index)
    .map(({ trouvee }) =>
      texte.normalize('NFC').slice(trouvee.index, trouvee.index + trouvee[0].length)
    );
  return [...new Set(passees)];
}
