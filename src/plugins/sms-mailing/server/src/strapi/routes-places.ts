import { guarded } from './guarded';

/** Freed places, and « Proposer la place » (decision G15). */
export const PLACES = [
  guarded('GET', '/places-liberees', 'place.listLiberees', 'fiches.envoyer-depuis-action'),
  guarded('GET', '/actions/:documentId/places', 'place.read', 'fiches.envoyer-depuis-action'),
  guarded('POST', '/actions/:documentId/proposer', 'place.propose', 'fiches.envoyer-depuis-action'),
  guarded(
    'POST',
    '/actions/:documentId/reprendre-place',
    'place.takeBack',
    'fiches.envoyer-depuis-action'
  ),
];
