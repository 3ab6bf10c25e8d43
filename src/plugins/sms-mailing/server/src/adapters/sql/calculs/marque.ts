import { createHash } from 'node:crypto';
import { listSources, type TableCalculee } from '../../../../../core/colonnes-calculees';
import { sqlTrigger } from '../schema/trigger';

/** In every computed table: the rule, the key and the sources that its row was computed from. */
export const MARQUE = 'calculeSelon';
export const COLONNE_MARQUE = 'calcule_selon';

const SEPARATEUR = '\u001f';
const LONGUEUR = 32;

type Ligne = Readonly<Record<string, unknown>>;

/** `numeroE164` is numero_e164, as Strapi names it. */
export function toColonne(attribut: string): string {
  return attribut.replace(/[A-Z]/g, (lettre) => `_${lettre.toLowerCase()}`);
}

/** What the mark of a row begins with when the rule and the key in force computed it. */
export function prefixeOf({ version }: TableCalculee, cle: string): string {
  return `${String(version)}.${cle}.`;
}

const toTexte = (valeur: unknown): string => (typeof valeur === 'string' ? valeur : '');

/** The mark of a row, from its sources as they are kept. */
export function marqueOf(table: TableCalculee, cle: string, ligne: Ligne): string {
  const sources = listSources(table).map((source) => toTexte(ligne[source]));
  const resume = createHash('sha256').update(sources.join(SEPARATEUR)).digest('hex');
  return prefixeOf(table, cle) + resume.slice(0, LONGUEUR);
}

/** The end of the mark that the sources of this row deserve; the same bytes as `marqueOf`. */
function sqlResume(table: TableCalculee, alias: string): string {
  const sources = listSources(table).map((nom) => `coalesce(${alias}.${toColonne(nom)}, '')`);
  const texte = sources.join(` || chr(31) || `);
  return `left(encode(sha256(convert_to(${texte}, 'UTF8')), 'hex'), ${String(LONGUEUR)})`;
}

/** True of a row that an older rule or key computed, or that changed behind our back. */
export function sqlPerimee(table: TableCalculee, alias: string): string {
  return `${alias}.${COLONNE_MARQUE} IS DISTINCT FROM :prefixe || ${sqlResume(table, alias)}`;
}

/**
 * Computed columns say nothing rather than something false: whoever writes a source without its computed
 * columns, in SQL or from an import, leaves them empty until they are computed (`refresh`).
 */
function sqlGarde(calculee: TableCalculee): string[] {
  const { table, calculees } = calculee;
  const oubli = [COLONNE_MARQUE, ...Object.keys(calculees).map(toColonne)]
    .map((colonne) => `NEW.${colonne} := NULL;`)
    .join(' ');
  return [
    `CREATE OR REPLACE FUNCTION sms_garde_${table}() RETURNS trigger LANGUAGE plpgsql AS $garde$ BEGIN
       IF right(NEW.${COLONNE_MARQUE}, ${String(LONGUEUR)}) IS DISTINCT FROM ${sqlResume(calculee, 'NEW')} THEN
         ${oubli}
       END IF;
       RETURN NEW;
     END $garde$`,
    sqlTrigger(
      { nom: 'sms_garde', table },
      {
        quand: 'BEFORE INSERT OR UPDATE',
        suite: `FOR EACH ROW EXECUTE FUNCTION sms_garde_${table}()`,
      }
    ),
    `CREATE INDEX IF NOT EXISTS ${table}_a_calculer_idx ON ${table} (id) WHERE ${COLONNE_MARQUE} IS NULL`,
  ];
}

/** For `applySchema`: idempotent. */
export function listGardes(tables: readonly TableCalculee[]): string[] {
  return tables.flatMap(sqlGarde);
}
