import {
  demandeAdressesSchema,
  exportAdressesSchema,
  retablirAdresseSchema,
} from '../../../../src/plugins/sms-mailing/core/api/adresses';
import { demandeAgendaSchema } from '../../../../src/plugins/sms-mailing/core/api/agenda';
import { retraitActionSchema } from '../../../../src/plugins/sms-mailing/core/api/deroule';
import {
  annulationFicheSchema,
  demandeEntrepreneurSchema,
  demandeFicheSchema,
  demandeParticipantsSchema,
  relanceSchema,
} from '../../../../src/plugins/sms-mailing/core/api/fiches';
import {
  demandeHistoriqueActionSchema,
  demandePageHistoriqueSchema,
  demandeVaguesSchema,
} from '../../../../src/plugins/sms-mailing/core/api/historique';
import {
  effacementSchema,
  demandeListeSchema,
  gesteOppositionSchema,
  leveeOppositionSchema,
} from '../../../../src/plugins/sms-mailing/core/api/oppositions';
import {
  demandeActionsSchema,
  demandePersonnesSchema,
} from '../../../../src/plugins/sms-mailing/core/api/repertoire';
import {
  demandePropositionSchema,
  reprisePlaceSchema,
} from '../../../../src/plugins/sms-mailing/core/proposition';
import { CONFIRMATION, type Exemples, PAGE } from './exemple';

const PERSONNE = { typeDestinataire: 'entrepreneur', documentId: 'inconnu' };
const OPPOSITION = (cible: object) => ({ cible, portee: 'sms', raison: 'demande_orale' });

/** Read before the click as at the click. */
const AUX_PARTICIPANTS: Exemples[string] = (r) => ({
  params: { documentId: r.action },
  body: {
    modeleDocumentIds: [r.email],
    force: true,
    piecesJointes: [],
    entrepreneurDocumentIds: [r.entrepreneur],
    inclureListeAttente: true,
    actionAnnuleeConfirmee: true,
    ...CONFIRMATION,
  },
  schema: demandeParticipantsSchema,
});
const A_UN_ENTREPRENEUR: Exemples[string] = (r) => ({
  params: { documentId: r.entrepreneur },
  body: {
    ...{ modeleDocumentIds: [r.sms], force: true, maintenant: false, piecesJointes: [] },
    ...CONFIRMATION,
  },
  schema: demandeEntrepreneurSchema,
});

/** The three families: what their fiches have is not the same. */
const PERSONNES_CHERCHEES = {
  ...{ ...PAGE, nom: 'palmer', telephone: '0601020304', email: 'palmer@', tri: 'miens' },
  sens: 'asc',
};

export const FICHES: Exemples = {
  'GET /agenda': (r) => ({
    query: { debut: '2022-03-01', fin: '2022-04-01', qui: `intervenant:${r.action}` },
    schema: demandeAgendaSchema,
  }),
  'GET /agenda/:documentId': (r) => ({ params: { documentId: r.action } }),
  'GET /actions': (r) => ({
    query: {
      ...{ ...PAGE, objet: 'atelier', site: 'inconnu', intervenant: 'inconnu', miennes: 'true' },
      ...{ du: '2022-01-01', au: '2022-12-31', entrepreneur: r.entrepreneur },
      ...{ tri: 'proches', sens: 'asc' },
    },
    schema: demandeActionsSchema,
  }),
  'GET /personnes/:typeDestinataire': () => ({
    params: { typeDestinataire: 'entrepreneur' },
    query: PERSONNES_CHERCHEES,
    schema: demandePersonnesSchema,
  }),
  'GET /personnes/:typeDestinataire/:documentId': (r) => ({
    params: { typeDestinataire: 'entrepreneur', documentId: r.entrepreneur },
  }),
  'GET /personnes/:typeDestinataire/:documentId/historique': (r) => ({
    params: { typeDestinataire: 'entrepreneur', documentId: r.entrepreneur },
    query: PAGE,
    schema: demandePageHistoriqueSchema,
  }),
  'GET /actions/:documentId/fiche': (r) => ({
    params: { documentId: r.action },
    query: { tout: 'true' },
    schema: demandeFicheSchema,
  }),
  'POST /actions/:documentId/avant-envoi': AUX_PARTICIPANTS,
  'GET /entrepreneurs/:documentId/fiche': (r) => ({
    params: { documentId: r.entrepreneur },
    query: { tout: 'true' },
    schema: demandeFicheSchema,
  }),
  'POST /entrepreneurs/:documentId/avant-envoi': A_UN_ENTREPRENEUR,
  'POST /actions/:documentId/envoyer': AUX_PARTICIPANTS,
  'GET /actions/:documentId/historique': (r) => ({
    params: { documentId: r.action },
    query: { ...PAGE, toutes: 'true', vague: 'fiche_action.1.1646316000000' },
    schema: demandeHistoriqueActionSchema,
  }),
  'GET /actions/:documentId/deroule': (r) => ({ params: { documentId: r.action } }),
  'POST /actions/:documentId/retirer': (r) => ({
    params: { documentId: r.action },
    body: { regle: r.regle, entrepreneurDocumentId: r.entrepreneur },
    schema: retraitActionSchema,
  }),
  'GET /places-liberees': () => ({}),
  'GET /actions/:documentId/places': (r) => ({ params: { documentId: r.action } }),
  'POST /actions/:documentId/proposer': (r) => ({
    params: { documentId: r.action },
    body: {
      ...{ entrepreneurDocumentId: r.entrepreneur, modeleDocumentIds: [r.email], heures: 24 },
      ...{ convocationDocumentIds: [r.email], ...CONFIRMATION },
    },
    schema: demandePropositionSchema,
  }),
  'POST /actions/:documentId/reprendre-place': (r) => ({
    params: { documentId: r.action },
    body: { propositionId: 1 },
    schema: reprisePlaceSchema,
  }),
  'GET /actions/:documentId/vagues': (r) => ({
    params: { documentId: r.action },
    query: { ...PAGE, toutes: 'true' },
    schema: demandeVaguesSchema,
  }),
  'POST /entrepreneurs/:documentId/programmer': A_UN_ENTREPRENEUR,
  'GET /entrepreneurs/:documentId/historique': (r) => ({
    params: { documentId: r.entrepreneur },
    query: PAGE,
    schema: demandePageHistoriqueSchema,
  }),
  'GET /envois/:documentId/message': (r) => ({ params: { documentId: r.envoi } }),
  'GET /envois/:documentId/pieces-jointes/:id': (r) => ({
    params: { documentId: r.envoi, id: String(r.piece) },
  }),
  'POST /envois/pieces-jointes': () => ({ body: { dejaJointes: '1,2' } }),
  'GET /envois/pieces-jointes/:id': (r) => ({ params: { id: String(r.piece) } }),
  'POST /envois/annuler': (r) => ({
    body: { envoiDocumentIds: [r.envoi] },
    schema: annulationFicheSchema,
  }),
  'POST /envois/relancer': (r) => ({
    body: { envoiDocumentIds: [r.envoi] },
    schema: relanceSchema,
  }),
  'GET /accords/:typeDestinataire/:documentId': (r) => ({
    params: { typeDestinataire: 'entrepreneur', documentId: r.entrepreneur },
  }),
  'GET /adresses-a-corriger': (r) => ({
    query: { ...PAGE, recherche: 'palmer', defaut: 'revenue', fiche: r.entrepreneur },
    schema: demandeAdressesSchema,
  }),
  'GET /adresses-a-corriger-csv': (r) => ({
    query: { recherche: 'palmer', defaut: 'absente', fiche: r.entrepreneur },
    schema: exportAdressesSchema,
  }),
  'POST /adresses-a-corriger/retablir': (r) => ({
    body: {
      ...{ typeDestinataire: 'entrepreneur', documentId: r.entrepreneur },
      adresse: 'quelquun@exemple.fr',
    },
    schema: retablirAdresseSchema,
  }),
  'GET /oppositions/:typeDestinataire/:documentId': (r) => ({
    params: { typeDestinataire: 'entrepreneur', documentId: r.entrepreneur },
  }),
  'GET /oppositions': () => ({
    query: { ...PAGE, portee: 'sms' },
    schema: demandeListeSchema,
  }),
  'POST /oppositions': () => ({
    body: OPPOSITION({ adresse: 'quelquun@exemple.fr' }),
    schema: gesteOppositionSchema,
  }),
  'POST /oppositions/lever': () => ({
    body: { ...OPPOSITION(PERSONNE), preuve: 'E-mail du 3 mars' },
    schema: leveeOppositionSchema,
  }),
  'GET /personnes/:typeDestinataire/:documentId/dossier': (r) => ({
    params: { typeDestinataire: 'entrepreneur', documentId: r.entrepreneur },
  }),
  'POST /effacements': () => ({ body: { ...PERSONNE, confirme: true }, schema: effacementSchema }),
};
