/**
 * What the name of a row follows from outside of it: in this table, these columns (a link: its two ends). `fiches`
 * gives the named rows that read some row `r` of it.
 */
export interface Lecture {
  table: string;
  colonnes: readonly string[];
  fiches: string;
  /** Read as soon as it is there: a link. Another row is only read through one. */
  lien: boolean;
}

interface Lue {
  lire: (colonne: string) => string;
  lectures: Lecture[];
}

/** Tables whose singular, in the column of a link, is not the plural without its s. */
const SINGULIERS: Readonly<Record<string, string>> = { ods: 'ods', parcours: 'parcours' };

const cleOf = (table: string): string => `${SINGULIERS[table] ?? table.replace(/s$/, '')}_id`;

/** The row that a relation of the named table leads to. */
export function rowOf(
  table: string,
  relation: string,
  cible: string,
  colonnes: readonly string[]
): Lue {
  const lien = `${table}_${relation}_lnk`;
  const [sienne, autre] = [cleOf(table), cleOf(cible)];
  return {
    lire: (colonne) =>
      `(SELECT c.${colonne} FROM ${lien} l JOIN ${cible} c ON c.id = l.${autre} WHERE l.${sienne} = NEW.id LIMIT 1)`,
    lectures: [
      { table: lien, colonnes: [sienne, autre], fiches: `SELECT r.${sienne}`, lien: true },
      {
        table: cible,
        colonnes,
        fiches: `SELECT l.${sienne} FROM ${lien} l WHERE l.${autre} = r.id`,
        lien: false,
      },
    ],
  };
}

/** The e-mails or numbers of a fiche, by the name of their field. */
interface Composant {
  table: string;
  colonnes: readonly string[];
}

interface Composants<Champ extends string> {
  /** One value read from the components of the row: an aggregate, or the first by `suite`. */
  lire: (champ: Champ, valeur: string, suite?: string) => string;
  lectures: Lecture[];
}

export function composantsDe<Champ extends string>(
  table: string,
  composants: Readonly<Record<Champ, Composant>>
): Composants<Champ> {
  const lien = `${table}_cmps`;
  const lus = Object.entries<Composant>(composants);
  const champs = lus.map(([champ]) => `'${champ}'`).join(', ');
  return {
    lire: (champ, valeur, suite = '') =>
      `(SELECT ${valeur} FROM ${lien} x JOIN ${composants[champ].table} c ON c.id = x.cmp_id
         WHERE x.entity_id = NEW.id AND x.field = '${champ}' ${suite})`,
    lectures: [
      {
        table: lien,
        colonnes: ['entity_id', 'cmp_id', 'field', '"order"'],
        fiches: `SELECT r.entity_id WHERE r.field IN (${champs})`,
        lien: true,
      },
      ...lus.map(([champ, composant]) => ({
        ...composant,
        fiches: `SELECT x.entity_id FROM ${lien} x WHERE x.cmp_id = r.id AND x.field = '${champ}'`,
        lien: false,
      })),
    ],
  };
}
