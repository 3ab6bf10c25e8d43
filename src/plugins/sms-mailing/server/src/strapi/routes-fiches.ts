import { guarded } from './guarded';
import { PLACES } from './routes-places';

/** Guide §3, §8 and §9. */
export const FICHES = [
  ...PLACES,
  guarded('GET', '/agenda', 'agenda.list', 'fiches.consulter-agenda'),
  guarded('GET', '/agenda/:documentId', 'agenda.open', 'fiches.consulter-agenda'),
  guarded('GET', '/actions-references', 'reference.list', 'fiches.consulter-historique'),
  guarded('GET', '/actions', 'repertoire.listActions', 'fiches.consulter-historique'),
  guarded(
    'GET',
    '/personnes/:typeDestinataire',
    'repertoire.listPersonnes',
    'fiches.consulter-historique'
  ),
  guarded(
    'GET',
    '/personnes/:typeDestinataire/:documentId',
    'repertoire.readPersonne',
    'fiches.consulter-historique'
  ),
  guarded(
    'GET',
    '/personnes/:typeDestinataire/:documentId/historique',
    'repertoire.historiquePersonne',
    'fiches.consulter-historique'
  ),
  guarded('GET', '/actions/:documentId/fiche', 'fiche.openAction', 'fiches.envoyer-depuis-action'),
  guarded(
    'POST',
    '/actions/:documentId/avant-envoi',
    'fiche.foreseeParticipants',
    'fiches.envoyer-depuis-action'
  ),
  guarded(
    'GET',
    '/entrepreneurs/:documentId/fiche',
    'fiche.openEntrepreneur',
    'fiches.envoyer-depuis-entrepreneur'
  ),
  guarded(
    'POST',
    '/entrepreneurs/:documentId/avant-envoi',
    'fiche.foreseeEntrepreneur',
    'fiches.envoyer-depuis-entrepreneur'
  ),
  guarded(
    'POST',
    '/actions/:documentId/envoyer',
    'fiche.sendToParticipants',
    'fiches.envoyer-depuis-action'
  ),
  guarded(
    'GET',
    '/actions/:documentId/historique',
    'fiche.historiqueAction',
    'fiches.consulter-historique'
  ),
  guarded('GET', '/actions/:documentId/deroule', 'fiche.deroule', 'fiches.consulter-historique'),
  guarded('POST', '/actions/:documentId/retirer', 'fiche.retirer', 'fiches.envoyer-depuis-action'),
  guarded(
    'GET',
    '/actions/:documentId/vagues',
    'fiche.vaguesAction',
    'fiches.consulter-historique'
  ),
  guarded(
    'POST',
    '/entrepreneurs/:documentId/programmer',
    'fiche.scheduleEntrepreneur',
    'fiches.envoyer-depuis-entrepreneur'
  ),
  guarded(
    'GET',
    '/entrepreneurs/:documentId/historique',
    'fiche.historiqueEntrepreneur',
    'fiches.consulter-historique'
  ),
  guarded('GET', '/envois/:documentId/message', 'fiche.message', 'fiches.consulter-historique'),
  guarded(
    'GET',
    '/envois/:documentId/pieces-jointes/:id',
    'piece-jointe.openDEnvoi',
    'fiches.consulter-historique'
  ),
  guarded(
    'POST',
    '/envois/pieces-jointes',
    'piece-jointe.depositPourEnvoi',
    'fiches.consulter-historique'
  ),
  guarded(
    'GET',
    '/envois/pieces-jointes/:id',
    'piece-jointe.openPourEnvoi',
    'fiches.consulter-historique'
  ),
  guarded('POST', '/envois/annuler', 'fiche.cancel', 'fiches.consulter-historique'),
];
