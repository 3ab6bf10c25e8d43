import type { Perimetre } from '../../../../../core/perimetre';

export interface Condition {
  sql: string;
  params: Readonly<Record<string, unknown>>;
}

type Parmi = Extract<Perimetre, { genre: 'parmi' }>;

const paramsOf = ({ antenneIds, equipeIds, intervenantIds }: Parmi, nom: string) => ({
  [`${nom}Antennes`]: antenneIds,
  [`${nom}Equipes`]: equipeIds,
  [`${nom}Intervenants`]: intervenantIds,
});

/**
 * The périmètre as a condition on the three columns that place a line: those of `sqlFiches` (alias `d`), those kept
 * with an envoi (decision G18). Empty lists reach nobody. `nom`: of the parameters, when a statement holds two.
 */
export function sqlPerimetre(perimetre: Perimetre, alias = 'd', nom = 'perimetre'): Condition {
  if (perimetre.genre === 'tout') {
    return { sql: 'true', params: {} };
  }
  return {
    sql: `(coalesce(${alias}.antenne_id = ANY(:${nom}Antennes::int[]), false)
        OR coalesce(${alias}.equipe_id = ANY(:${nom}Equipes::int[]), false)
        OR coalesce(${alias}.referent_id = ANY(:${nom}Intervenants::int[]), false))`,
    params: paramsOf(perimetre, nom),
  };
}

/** The same as a WHERE alone, of no column of which NULL matters: the indexes of the three find its lines. */
export function sqlPlacees(perimetre: Perimetre, alias: string, nom = 'perimetre'): Condition {
  if (perimetre.genre === 'tout') {
    return { sql: 'true', params: {} };
  }
  return {
    sql: `(${alias}.antenne_id = ANY(:${nom}Antennes::int[]) OR ${alias}.equipe_id = ANY(:${nom}Equipes::int[])
        OR ${alias}.referent_id = ANY(:${nom}Intervenants::int[]))`,
    params: paramsOf(perimetre, nom),
  };
}

/** The same on all the places of several lines, kept as three lists: one of them at least is within the périmètre. */
export function sqlUnePlace(perimetre: Perimetre, alias: string, nom = 'perimetre'): Condition {
  if (perimetre.genre === 'tout') {
    return { sql: 'true', params: {} };
  }
  return {
    sql: `(${alias}.antennes && :${nom}Antennes::int[] OR ${alias}.equipes && :${nom}Equipes::int[]
        OR ${alias}.referents && :${nom}Intervenants::int[])`,
    params: paramsOf(perimetre, nom),
  };
}

/** The actions `a` of the périmètre: of its antennes, or of an intervenant of its équipes or named. */
export function sqlActionVisible(perimetre: Perimetre): Condition {
  if (perimetre.genre === 'tout') {
    return { sql: 'true', params: {} };
  }
  const { sql, params } = sqlPerimetre(perimetre, 'place', 'action');
  return {
    sql: `EXISTS (
      SELECT 1 FROM (
        SELECT la.antenne_id, NULL::int AS referent_id, NULL::int AS equipe_id
          FROM actions_antenne_lnk la WHERE la.action_id = a.id
         UNION ALL
        SELECT NULL, i.intervenant_id, le.equipe_id
          FROM (SELECT intervenant_id FROM actions_animateur_lnk WHERE action_id = a.id
                 UNION ALL
                SELECT intervenant_id FROM actions_intervenants_lnk WHERE action_id = a.id) i
          LEFT JOIN intervenants_equipe_lnk le ON le.intervenant_id = i.intervenant_id) place
       WHERE ${sql})`,
    params,
  };
}
