import type { Issue } from '../ports/envois';

export interface Bilan {
  envoyes: number;
  exclus: number;
  echecs: number;
  incertains: number;
  reportes: number;
}

export function emptyBilan(): Bilan {
  return { envoyes: 0, exclus: 0, echecs: 0, incertains: 0, reportes: 0 };
}

export function addBilan(a: Bilan, b: Bilan): Bilan {
  return {
    envoyes: a.envoyes + b.envoyes,
    exclus: a.exclus + b.exclus,
    echecs: a.echecs + b.echecs,
    incertains: a.incertains + b.incertains,
    reportes: a.reportes + b.reportes,
  };
}

const COMPTEURS: Readonly<Record<Issue['statut'], keyof Bilan>> = {
  envoye: 'envoyes',
  exclu: 'exclus',
  echec: 'echecs',
  incertain: 'incertains',
  programme: 'reportes',
};

export function countIssue(bilan: Bilan, statut: Issue['statut'], nombre = 1): void {
  bilan[COMPTEURS[statut]] += nombre;
}
