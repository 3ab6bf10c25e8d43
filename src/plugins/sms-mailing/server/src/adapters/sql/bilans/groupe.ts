import { SQL_HISTORIQUE } from '../archives/historique';
import { sqlRemplace } from '../campagnes/remplace';

/**
 * Docs/adr/0023. Each line of the ledger belongs to one group: its campagne; else, asked for from a fiche
 * Entrepreneur, its modèle and evening (a line of guide §7.c); else its modèle and the month of its date.
 */
export const GROUPE = [
  'modele_id',
  'type_contact',
  'type_destinataire',
  'modalite',
  'campagne_id',
  'periode',
] as const;

/** The instant of the mark (`le`) of a group that was there before anything was counted. */
export const NEUF = `'-infinity'::timestamp`;

/** What the groups of a modèle are added up by. */
export const USAGE = ['modele_id', 'type_contact', 'type_destinataire', 'modalite'] as const;

/** Each line counts once: those that a later one took the place of stand apart (`remplaces`), whatever became of them. */
export const COMPTES = [
  'programmes',
  'envoyes',
  'echecs',
  'incertains',
  'exclus',
  'annules',
  'remplaces',
] as const;

type NomCompte = (typeof COMPTES)[number];

export const listOf = (alias: string, colonnes: readonly string[] = GROUPE): string =>
  colonnes.map((colonne) => `${alias}.${colonne}`).join(', ');

export const sqlMemeGroupe = (a: string, b: string): string =>
  GROUPE.map((colonne) => `${a}.${colonne} = ${b}.${colonne}`).join(' AND ');

/** « Date d'envoi », by which the lines of a modèle are listed: index `sms_envois_modele_date_idx`. */
export const sqlDate = (v: string): string => `coalesce(${v}.envoye_le, ${v}.prevu_le)`;

const sqlMois = (v: string): string => `date_trunc('month', ${sqlDate(v)})`;

/** A campagne is a group whatever its evening: '-infinity'. */
const sqlPeriode = (v: string): string => `
  CASE WHEN ${v}.campagne_id IS NOT NULL THEN '-infinity'::timestamp
       WHEN ${v}.modalite = 'fiche_entrepreneur' THEN ${v}.prevu_le ELSE ${sqlMois(v)} END`;

/** The columns of the group of a line `v`, in the order of `GROUPE`. */
export const sqlGroupe = (v: string): string => `
  ${v}.modele_id, ${v}.type_contact, ${v}.type_destinataire, ${v}.modalite, coalesce(${v}.campagne_id, 0) AS campagne_id,
  ${sqlPeriode(v)} AS periode`;

const STATUTS: Readonly<Record<NomCompte, string>> = {
  programmes: `= 'programme'`,
  envoyes: `IN ('envoye', 'remis')`,
  echecs: `= 'echec'`,
  incertains: `= 'incertain'`,
  exclus: `= 'exclu'`,
  annules: `= 'annule'`,
  remplaces: `= 'remplace'`,
};

/** The `statut` of a line `v`, as it is counted. */
export const sqlCompteAvec = (v: string): string =>
  `CASE WHEN ${sqlRemplace(v)} THEN 'remplace' ELSE ${v}.statut END AS statut`;

export const sqlComptes = (v: string, noms: readonly NomCompte[] = COMPTES): string =>
  noms
    .map((nom) => `count(*) FILTER (WHERE ${v}.statut ${STATUTS[nom]})::int AS ${nom}`)
    .join(', ');

export const sqlSommes = (b: string, noms: readonly NomCompte[] = COMPTES): string =>
  noms.map((nom) => `coalesce(sum(${b}.${nom}), 0)::int AS ${nom}`).join(', ');

export const sqlTotal = (b: string): string => COMPTES.map((nom) => `${b}.${nom}`).join(' + ');

const SOIR_DES_FICHES = `
  v.modele_id = g.modele_id AND v.prevu_le = g.periode AND v.modalite = 'fiche_entrepreneur' AND v.campagne_id IS NULL`;

const MOIS = `
  v.modele_id = g.modele_id AND v.campagne_id IS NULL
  AND ${sqlDate('v')} >= g.periode AND ${sqlDate('v')} < g.periode + interval '1 month'`;

/**
 * The lines `v` of the groups `g` (a table or CTE) that `visibles` keeps, each kind by the index that finds it; `colonnes`
 * of the group and of the line. OFFSET 0: group by group; of a join the planner would read the whole ledger for the lines
 * of one month.
 */
export function sqlLignes(g: string, colonnes: (v: string) => string, visibles = 'true'): string {
  const choisies = `${listOf('g')}, ${colonnes('v')}`;
  const sqlDe = (genre: string, lignes: string): string => `
    SELECT l.* FROM ${g} g CROSS JOIN LATERAL (
      SELECT ${choisies} FROM ${SQL_HISTORIQUE} v
       WHERE ${lignes} AND v.type_contact = g.type_contact AND v.type_destinataire = g.type_destinataire
         AND v.modalite = g.modalite AND ${visibles} OFFSET 0) l
     WHERE ${genre}`;
  return [
    sqlDe(`g.periode = '-infinity'`, 'v.campagne_id = g.campagne_id AND v.modele_id = g.modele_id'),
    sqlDe(`g.periode > '-infinity' AND g.modalite = 'fiche_entrepreneur'`, SOIR_DES_FICHES),
    sqlDe(`g.periode > '-infinity' AND g.modalite <> 'fiche_entrepreneur'`, MOIS),
  ].join(' UNION ALL ');
}

/** Movements and statistics are added up by quarter of an hour: a whole number of them makes the day, the month of any zone. */
export const sqlTranche = (instant: string): string =>
  `date_bin('15 minutes', ${instant}, '2000-01-01'::timestamp)`;

/** Where a line keeps what decides of a narrower périmètre (decision G18). */
export const PORTEES = ['antenne_id', 'equipe_id', 'referent_id'] as const;

/** What a group keeps of all its lines, in the order of `PORTEES`. */
export const PLACES = ['antennes', 'equipes', 'referents'] as const;
