import { guarded } from './guarded';

/** What comes back: the mailbox, and the addresses to mend. */
export const ADRESSES = [
  guarded('GET', '/parametres/boite', 'parametres.readBoite', 'parametres.gerer-parametres'),
  guarded('POST', '/parametres/boite', 'parametres.testBoite', 'parametres.verifier-comptes'),
  guarded('GET', '/adresses-a-corriger', 'adresse.list', 'fiches.consulter-historique'),
  guarded('GET', '/adresses-a-corriger-csv', 'adresse.exportCsv', 'fiches.consulter-historique'),
  guarded(
    'POST',
    '/adresses-a-corriger/retablir',
    'adresse.retablir',
    'oppositions.gerer-oppositions'
  ),
];
