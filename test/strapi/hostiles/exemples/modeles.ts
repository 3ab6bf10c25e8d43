import {
  demandeCodeSchema,
  demandeJournalExemplairesSchema,
  preuveSchema,
} from '../../../../src/plugins/sms-mailing/core/api/exemplaires';
import {
  brouillonSchema,
  cobayeSchema,
  demandeApercuSchema,
  demandeCobayesSchema,
  demandeModelesSchema,
  demandeRepartitionSchema,
  inactivationSchema,
  modificationModeleSchema,
} from '../../../../src/plugins/sms-mailing/core/api/modeles';
import { modeleSchema } from '../../../../src/plugins/sms-mailing/core/modele';
import type { Reperes } from '../reperes';
import { VERSION, type Exemples, INCONNU } from './exemple';

const MODELE = {
  typeContact: 'email',
  nom: 'Modèle',
  objet: 'Bonjour ${personne/personne_prenom}',
  message: '<p>Bonjour ${personne/personne_nom}</p>',
  destinataires: ['entrepreneur'],
  but: 'suivi',
  inactif: false,
  modalites: null,
  piecesJointes: [],
};
const COBAYE = (r: Reperes) => ({
  typeDestinataire: 'entrepreneur',
  documentId: r.entrepreneur,
  actionDocumentId: null,
});

export const MODELES: Exemples = {
  'GET /references': () => ({}),
  'GET /actions-references': () => ({}),
  'GET /signets': () => ({}),
  'GET /modeles': () => ({
    query: {
      typeContact: 'email',
      typeDestinataire: 'entrepreneur',
      modalite: 'campagne',
      inactif: 'false',
    },
    schema: demandeModelesSchema,
  }),
  'GET /modeles/:documentId': (r) => ({ params: { documentId: r.email } }),
  'POST /modeles': () => ({ body: MODELE, schema: modeleSchema }),
  'PUT /modeles/:documentId': (r) => ({
    params: { documentId: r.email },
    body: { ...MODELE, version: VERSION, annulerProgrammes: false },
    schema: modificationModeleSchema,
    table: 'sms_modeles',
  }),
  'POST /modeles/:documentId/dupliquer': (r) => ({ params: { documentId: r.email } }),
  'POST /modeles/:documentId/inactif': (r) => ({
    params: { documentId: r.sms },
    body: { inactif: false, annulerProgrammes: false },
    schema: inactivationSchema,
  }),
  'DELETE /modeles/:documentId': () => ({ params: INCONNU }),
  'POST /modeles-apercu': (r) => ({
    body: { modele: MODELE, cobaye: COBAYE(r) },
    schema: demandeApercuSchema,
  }),
  'POST /modeles-exemplaire': (r) => ({
    body: { modele: { ...MODELE, typeContact: 'sms' }, cobaye: COBAYE(r), numero: '0601020304' },
    schema: demandeApercuSchema,
  }),
  'GET /exemplaires': () => ({
    query: { page: '1', pageSize: '10' },
    schema: demandeJournalExemplairesSchema,
  }),
  'GET /exemplaires/preuve': () => ({
    query: { transport: 'sms', numero: '0601020304' },
    schema: demandeCodeSchema,
  }),
  'POST /exemplaires/code': () => ({
    body: { transport: 'sms', numero: '0601020304' },
    schema: demandeCodeSchema,
  }),
  'POST /exemplaires/preuve': () => ({
    body: { transport: 'mail', numero: '0601020304', code: '123456' },
    schema: preuveSchema,
  }),
  'GET /reglages-sms': () => ({}),
  'POST /modeles-validation': () => ({ body: MODELE, schema: brouillonSchema }),
  'POST /modeles-repartition': () => ({
    body: { modele: { ...MODELE, typeContact: 'sms' }, typeDestinataire: 'entrepreneur' },
    schema: demandeRepartitionSchema,
  }),
  'POST /signets-exemples': (r) => ({
    body: { ...COBAYE(r), actionDocumentId: r.action },
    schema: cobayeSchema,
  }),
  'GET /cobayes': () => ({
    query: {
      declencheur: 'action',
      typeDestinataire: 'entrepreneur',
      recherche: 'palmer',
      annulees: 'true',
    },
    schema: demandeCobayesSchema,
  }),
  'POST /pieces-jointes': () => ({ body: { dejaJointes: '1,2' } }),
  'GET /pieces-jointes/:id': (r) => ({ params: { id: String(r.piece) } }),
};
