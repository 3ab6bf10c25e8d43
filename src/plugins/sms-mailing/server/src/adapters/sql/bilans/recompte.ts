import {
  COMPTES,
  GROUPE,
  listOf,
  PLACES,
  PORTEES,
  sqlCompteAvec,
  sqlComptes,
  sqlLignes,
  sqlMemeGroupe,
  sqlSommes,
  sqlTotal,
  USAGE,
} from './groupe';

const COLONNES = [...GROUPE, ...COMPTES].join(', ');
const PLACE = PORTEES.join(', ');

/** Where the lines of a group stand, each antenne, équipe and référent once. */
const sqlPlaces = (q: string): string =>
  PORTEES.map(
    (colonne) =>
      `coalesce(array_agg(DISTINCT ${q}.${colonne}) FILTER (WHERE ${q}.${colonne} IS NOT NULL), '{}')`
  ).join(', ');

/** `lignes`: a SELECT of the columns of a group, of PORTEES, and the statut, of each line counted. */
const sqlBilans = (lignes: string): string => `
  parts AS MATERIALIZED (
    SELECT ${listOf('v')}, ${listOf('v', PORTEES)}, ${sqlComptes('v')}
      FROM (${lignes}) v GROUP BY ${listOf('v')}, ${listOf('v', PORTEES)}
  ), b AS (
    INSERT INTO sms_bilans (${COLONNES}, ${PLACES.join(', ')})
    SELECT ${listOf('q')}, ${sqlSommes('q')}, ${sqlPlaces('q')} FROM parts q GROUP BY ${listOf('q')}
    RETURNING id, ${GROUPE.join(', ')}
  )
  INSERT INTO sms_bilans_portees (bilan_id, ${PLACE}, ${COMPTES.join(', ')})
  SELECT b.id, ${listOf('q', PORTEES)}, ${listOf('q', COMPTES)} FROM parts q JOIN b ON ${sqlMemeGroupe('b', 'q')}
   WHERE num_nonnulls(${listOf('q', PORTEES)}) > 0`;

const DE_LA_LIGNE = (v: string): string => `${sqlCompteAvec(v)}, ${listOf(v, PORTEES)}`;

const TYPES: Readonly<Record<(typeof GROUPE)[number], string>> = {
  modele_id: 'int',
  type_contact: 'text',
  type_destinataire: 'text',
  modalite: 'text',
  campagne_id: 'int',
  periode: 'timestamp',
};

/** Groups as JSON, `:groupes`. */
const GROUPES = `
  g AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(:groupes::jsonb)
           AS g(${GROUPE.map((colonne) => `${colonne} ${TYPES[colonne]}`).join(', ')}))`;

export const OUBLIE_BILANS = `
  WITH ${GROUPES} DELETE FROM sms_bilans b USING g WHERE ${sqlMemeGroupe('b', 'g')}`;

export const RECOMPTE_BILANS = `WITH ${GROUPES}, ${sqlBilans(sqlLignes('g', DE_LA_LIGNE))}`;

const DE_CES_GROUPES = (a: string): string =>
  `(${listOf(a, USAGE)}) IN (SELECT ${listOf('g', USAGE)} FROM g)`;

export const OUBLIE_USAGES = `WITH ${GROUPES} DELETE FROM sms_usages u WHERE ${DE_CES_GROUPES('u')}`;

/** Once the groups are: the sums of those of the same modèle. */
export const RECOMPTE_USAGES = `
  WITH ${GROUPES}
  INSERT INTO sms_usages (${USAGE.join(', ')}, groupes, ${COMPTES.join(', ')})
  SELECT ${listOf('b', USAGE)}, count(*) FILTER (WHERE ${sqlTotal('b')} > 0), ${sqlSommes('b')}
    FROM sms_bilans b WHERE ${DE_CES_GROUPES('b')} GROUP BY ${listOf('b', USAGE)}`;
