import {
  demandeActesSchema,
  exportActesSchema,
} from '../../../../src/plugins/sms-mailing/core/api/journal';
import { PAGE, type Exemples } from './exemple';

const FILTRES = {
  ...{ recherche: 'palmer', auteur: 'camille', genre: 'modeles' },
  ...{ du: '2022-03-01', au: '2022-03-31' },
};

export const JOURNAL: Exemples = {
  'GET /journal': () => ({ query: { ...FILTRES, ...PAGE }, schema: demandeActesSchema }),
  'GET /journal-csv': () => ({ query: FILTRES, schema: exportActesSchema }),
};
