import { guarded } from './guarded';
import { ADRESSES } from './routes-adresses';

export const PERSONNES = [
  ...ADRESSES,
  guarded('GET', '/oppositions', 'personne.liste', 'oppositions.consulter-oppositions'),
  guarded(
    'GET',
    '/oppositions/:typeDestinataire/:documentId',
    'personne.oppositions',
    'oppositions.consulter-oppositions'
  ),
  guarded(
    'GET',
    '/accords/:typeDestinataire/:documentId',
    'personne.accords',
    'fiches.consulter-historique'
  ),
  guarded(
    'GET',
    '/personnes/:typeDestinataire/:documentId/dossier',
    'personne.dossier',
    'oppositions.exporter-personne'
  ),
  guarded('POST', '/oppositions', 'personne.oppose', 'oppositions.gerer-oppositions'),
  guarded('POST', '/oppositions/lever', 'personne.lift', 'oppositions.gerer-oppositions'),
  guarded('POST', '/effacements', 'personne.erase', 'oppositions.effacer-personne'),
];
