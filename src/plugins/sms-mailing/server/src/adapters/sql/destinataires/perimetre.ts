import type { Perimetre } from '../../../../../core/perimetre';

export interface Condition {
  sql: string;
  params: Readonly<Record<string, unknown>>;
}

/** The périmètre as a condition on the columns of `sqlFiches` (alias `d`). An empty list reaches nobody. */
export function sqlPerimetre(perimetre: Perimetre): Condition {
  switch (perimetre.genre) {
    case 'tout':
      return { sql: 'true', params: {} };
    case 'antenne':
      return {
        sql: 'd.antenne_id = ANY(:perimetreIds)',
        params: { perimetreIds: perimetre.antenneIds },
      };
    case 'equipe':
      return {
        sql: 'd.equipe_id = ANY(:perimetreIds)',
        params: { perimetreIds: perimetre.equipeIds },
      };
    case 'assigne':
      return {
        sql: 'd.referent_id = ANY(:perimetreIds)',
        params: { perimetreIds: perimetre.intervenantIds },
      };
  }
}
