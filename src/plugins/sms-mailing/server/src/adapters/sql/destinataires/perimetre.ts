import type { Perimetre } from '../../../../../core/perimetre';

export interface Condition {
  sql: string;
  params: Readonly<Record<string, unknown>>;
}

/** The périmètre as a condition on the columns of `sqlFiches`, or of a line of the ledger. An empty list reaches nobody. */
export function sqlPerimetre(perimetre: Perimetre, alias = 'd'): Condition {
  switch (perimetre.genre) {
    case 'tout':
      return { sql: 'true', params: {} };
    case 'antenne':
      return {
        sql: `${alias}.antenne_id = ANY(:perimetreIds)`,
        params: { perimetreIds: perimetre.antenneIds },
      };
    case 'equipe':
      return {
        sql: `${alias}.equipe_id = ANY(:perimetreIds)`,
        params: { perimetreIds: perimetre.equipeIds },
      };
    case 'assigne':
      return {
        sql: `${alias}.referent_id = ANY(:perimetreIds)`,
        params: { perimetreIds: perimetre.intervenantIds },
      };
  }
}
