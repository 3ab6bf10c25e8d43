import { guarded } from './guarded';

export const PERSONNES = [
  guarded(
    'GET',
    '/oppositions/:typeDestinataire/:documentId',
    'personne.oppositions',
    'oppositions.consulter-oppositions'
  ),
  guarded('POST', '/oppositions', 'personne.oppose', 'oppositions.gerer-oppositions'),
  guarded('POST', '/oppositions/lever', 'personne.lift', 'oppositions.gerer-oppositions'),
  guarded('POST', '/effacements', 'personne.erase', 'oppositions.effacer-personne'),
];
