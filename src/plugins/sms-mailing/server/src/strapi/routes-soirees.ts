import { guarded } from './guarded';

/** « Ce soir »: what an evening will send, what it became, what is to be decided, and the statistics of the evenings. */
export const SOIREES = [
  guarded('GET', '/soiree', 'soiree.describe', 'envois.consulter-soiree'),
  guarded('GET', '/soiree/semaine', 'soiree.week', 'envois.consulter-soiree'),
  guarded('GET', '/soiree/oddites', 'soiree.oddites', 'envois.consulter-soiree'),
  guarded('GET', '/soiree/bilan', 'soiree.bilan', 'envois.consulter-soiree'),
  guarded('GET', '/soiree/statistiques', 'soiree.statistics', 'envois.consulter-soiree'),
  guarded('POST', '/soiree/personnes', 'soiree.persons', 'envois.consulter-soiree'),
  guarded('POST', '/soiree/retirer', 'soiree.withdraw', 'envois.retirer-soiree'),
  guarded('POST', '/soiree/suspendre', 'soiree.suspend', 'envois.suspendre-soiree'),
  guarded('POST', '/soiree/reprendre', 'soiree.resume', 'envois.suspendre-soiree'),
  guarded('POST', '/soiree/relancer', 'soiree.resend', 'campagnes.programmer-campagne'),
  guarded('POST', '/soiree/executer', 'soiree.run', 'envois.executer-soiree'),
  guarded('GET', '/incertains', 'soiree.incertains', 'envois.trancher-incertains'),
  guarded('POST', '/incertains/:documentId', 'soiree.settle', 'envois.trancher-incertains'),
];
