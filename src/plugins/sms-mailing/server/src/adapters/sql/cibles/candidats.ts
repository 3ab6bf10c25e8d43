import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { COLONNES_JUGEES, sqlDestinataires } from '../destinataires/destination';
import { sqlFiches, sqlFichesLues } from '../destinataires/fiches';
import { sqlPerimetre } from '../destinataires/perimetre';
import type { Params } from '../query';
import { sqlCampagne } from './campagne';
import { sqlFicheAction } from './fiche-action';
import { sqlFicheEntrepreneur } from './fiche-entrepreneur';
import {
  COLONNES_CIBLE,
  type CibleLue,
  type ColonneCible,
  type Horloge,
  type Part,
  type SqlCible,
} from './part';
import { sqlRegle } from './regle';
import { sqlRelance } from './relance';
import { sqlNomPersonne } from '../noms/affiches';

function isPart<G extends CibleLue['genre']>(
  part: Part,
  genre: G
): part is Part<Extract<CibleLue, { genre: G }>> {
  return part.cible.genre === genre;
}

/** The one place that knows every genre: a new one is a file, and a line here. */
export function sqlCible(part: Part, horloge: Horloge): SqlCible {
  if (isPart(part, 'campagne')) {
    return sqlCampagne(part);
  }
  if (isPart(part, 'fiche_action')) {
    return sqlFicheAction(part);
  }
  if (isPart(part, 'fiche_entrepreneur')) {
    return sqlFicheEntrepreneur(part);
  }
  if (isPart(part, 'envoi_automatique')) {
    return sqlRegle(part, horloge);
  }
  return sqlRelance(part as Part<Extract<CibleLue, { genre: 'relance' }>>);
}

const COLONNES = Object.keys(COLONNES_CIBLE) as ColonneCible[];
/** What a genre says against a person. */
const OBJECTIONS: readonly ColonneCible[] = ['tenu', 'motif_cible', 'ecart'];

function sqlColonnes(
  { colonnes }: SqlCible,
  force: boolean,
  voulues: readonly ColonneCible[]
): string {
  return voulues
    .map((colonne) => {
      const type = COLONNES_CIBLE[colonne];
      const ignoree = force && colonne === 'tenu';
      return `(${ignoree ? 'NULL' : (colonnes[colonne] ?? 'NULL')})::${type} AS ${colonne}`;
    })
    .join(', ');
}

/** Who is counted, not written, is read with no more than what judges it, and these columns of its fiche. */
function sqlLues(cible: SqlCible, part: Part, comptees: readonly string[]): string {
  const fiche = [...COLONNES_JUGEES, ...comptees].map((colonne) => `d.${colonne}`);
  return `${fiche.join(', ')}, ${sqlColonnes(cible, part.force, OBJECTIONS)}`;
}

/**
 * The fiches `d` of a cible, within the périmètre: FROM and WHERE, before any LIMIT or count. `colonnes`: all that the
 * statement reads of them.
 */
export function sqlCibles(
  cible: SqlCible,
  { perimetre }: Part,
  colonnes?: string
): { sql: string; params: Params } {
  const portee = sqlPerimetre(perimetre);
  const suite = `${cible.jointures} WHERE ${portee.sql} AND ${cible.condition}`;
  const fiches =
    colonnes === undefined
      ? sqlFiches(cible.typeDestinataire)
      : sqlFichesLues(cible.typeDestinataire, `${colonnes} ${suite}`);
  return {
    sql: `FROM (${fiches}) d ${suite}`,
    params: { ...cible.params, ...portee.params },
  };
}

/**
 * Several companies may have one contact, or one address: a campagne sends it one copy, for the one that has it already,
 * else for the first of them.
 */
const MEME_ADRESSE = `
  CASE WHEN j.motif IS NULL AND j.tenu IS NULL
            AND row_number() OVER (PARTITION BY lower(j.adresse) ORDER BY j.tenu IS NULL, j.motif_cible IS NOT NULL, j.id) > 1
       THEN 'meme_adresse' END`;

const sqlExemplaire = (part: Part): string =>
  isPart(part, 'campagne') && part.cible.filtres.typeDestinataire === 'entreprise_partenaire'
    ? MEME_ADRESSE
    : 'NULL';

export interface SqlCandidats {
  /** For a WITH: `cibles`, then `candidats`. */
  sql: string;
  params: Params;
  typeDestinataire: TypeDestinataire;
}

/**
 * One row per (destinataire, occurrence), the same columns for every genre: those of `sqlFiches`, of
 * `COLONNES_CIBLE`, `nom_complet`, and what §2.d says: `adresse` (null when refused) and `raison` (null when
 * accepted). Who is counted, previewed and written is read here and nowhere else. `comptees`: to count alone, by
 * `tenu`, `raison`, `ecart` and these columns of the fiches; at 200,000 the others cost as much as the judgement.
 */
export function sqlCandidats(
  part: Part,
  horloge: Horloge,
  comptees?: readonly string[]
): SqlCandidats {
  const cible = sqlCible(part, horloge);
  const { typeDestinataire, toutes = false } = cible;
  const { modele, perimetre, promotionSansConsentement } = part;
  const lues = comptees === undefined ? undefined : sqlLues(cible, part, comptees);
  const cibles = sqlCibles(cible, part, lues);
  const etendue = {
    cibles: 'cibles',
    toutes: toutes && perimetre.genre === 'tout',
    nombreuses: isPart(part, 'campagne'),
  };
  const choix = {
    typeDestinataire,
    typeContact: modele.typeContact,
    but: modele.but,
    promotionSansConsentement,
  };
  return {
    typeDestinataire,
    sql: `
    cibles AS (SELECT ${lues ?? `d.*, ${sqlColonnes(cible, part.force, COLONNES)}`} ${cibles.sql}),
    candidats AS (
      SELECT j.*, coalesce(j.motif, j.motif_cible, ${sqlExemplaire(part)}) AS raison
             ${lues === undefined ? `, ${sqlNomPersonne('j')} AS nom_complet` : ''}
        FROM (${sqlDestinataires(choix, etendue)}) j)`,
    params: cibles.params,
  };
}
