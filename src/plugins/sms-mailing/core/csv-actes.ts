import { GENRES_ACTE } from './acte';
import type { LigneActe } from './api/journal';
import { toCsv } from './csv';
import { formatDate, localDate, localHeure } from './horaire';

const ENTETES = ['Date', 'Heure', 'Qui', 'Quoi', 'Personne concernée', 'Genre'];

/** The Journal, for a spreadsheet: what its page shows. */
export function toCsvActes(lignes: readonly LigneActe[], zone: string): string {
  return toCsv(
    ENTETES,
    lignes.map(({ survenuLe, auteur, phrase, personne, genre }) => [
      formatDate(localDate(survenuLe, zone)),
      localHeure(survenuLe, zone),
      auteur,
      phrase,
      personne ?? '',
      GENRES_ACTE[genre],
    ])
  );
}
