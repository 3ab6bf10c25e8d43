import {
  apercuRegleSchema,
  duplicationRegleSchema,
  envoiTestSchema,
  essaiSchema,
  executionSchema,
  inactivationRegleSchema,
  modificationRegleSchema,
  pourquoiSchema,
  retraitSchema,
  saisieRegleSchema,
} from '../../../../src/plugins/sms-mailing/core/api/envois-automatiques';
import type { Reperes } from '../reperes';
import { VERSION, type Exemples, CONFIRMATION, INCONNU } from './exemple';

const REGLE = (r: Reperes) => ({
  typeContact: 'email',
  modeleDocumentId: r.email,
  delai: -2,
  criteres: {
    natures: ['Collective'],
    typesAction: [r.ods],
    ods: [r.ods],
    etapes: [r.ods],
    modesIntervention: ['A distance'],
    presences: ['Présent'],
    confirme: 'oui',
  },
  inactif: false,
  rattrapage: true,
  prevenirSiDateChange: true,
  inclureListeAttente: true,
  recapIntervenant: true,
});

/** Of the base of the guide. */
const PERIMETRE = { genre: 'parmi', antenneIds: [1], equipeIds: [1], intervenantIds: [1] };

export const ENVOIS_AUTOMATIQUES: Exemples = {
  'GET /envois-automatiques': () => ({}),
  'POST /envois-automatiques': (r) => ({
    body: { regle: REGLE(r), perimetre: PERIMETRE, sansCritereConfirme: true },
    schema: saisieRegleSchema,
  }),
  'PUT /envois-automatiques/:documentId': (r) => ({
    params: { documentId: r.regle },
    body: { regle: REGLE(r), perimetre: PERIMETRE, sansCritereConfirme: true, version: VERSION },
    schema: modificationRegleSchema,
    table: 'sms_envois_automatiques',
  }),
  'DELETE /envois-automatiques/:documentId': () => ({ params: INCONNU }),
  'POST /envois-automatiques-essai': (r) => ({
    body: { regleDocumentId: r.regle, soir: '2022-03-04' },
    schema: essaiSchema,
  }),
  'POST /envois-automatiques-apercu': (r) => ({
    body: { regle: REGLE(r), perimetre: PERIMETRE, documentId: r.regle },
    schema: apercuRegleSchema,
  }),
  'POST /envois-automatiques-pourquoi': (r) => ({
    body: { entrepreneurDocumentId: r.entrepreneur, actionDocumentId: r.action },
    schema: pourquoiSchema,
  }),
  'POST /envois-automatiques-test': (r) => ({
    body: { regleDocumentIds: [r.regle] },
    schema: envoiTestSchema,
  }),
  'POST /envois-automatiques/:documentId/dupliquer': (r) => ({
    params: { documentId: r.regle },
    body: { version: VERSION },
    schema: duplicationRegleSchema,
    table: 'sms_envois_automatiques',
  }),
  'POST /envois-automatiques/:documentId/inactif': (r) => ({
    params: { documentId: r.regle },
    body: { inactif: false, sansCritereConfirme: true, version: VERSION },
    schema: inactivationRegleSchema,
    table: 'sms_envois_automatiques',
  }),
  'POST /envois-automatiques/:documentId/retirer': (r) => ({
    params: { documentId: r.regle },
    body: {
      personnes: [{ entrepreneurDocumentId: r.entrepreneur, actionDocumentId: r.action }],
    },
    schema: retraitSchema,
  }),
  'POST /envois-automatiques/:documentId/executer': (r) => ({
    params: { documentId: r.regle },
    body: { confirmation: CONFIRMATION.confirmation },
    schema: executionSchema,
  }),
};
