import {
  demandePersonnesSchema,
  relanceSoireeSchema,
  retraitSoireeSchema,
} from '../../../../src/plugins/sms-mailing/core/api/soiree';
import {
  correctionPackageSchema,
  modificationPackageSchema,
  packageSmsSchema,
} from '../../../../src/plugins/sms-mailing/core/package-sms';
import {
  parametresSchema,
  saisieParametresSchema,
} from '../../../../src/plugins/sms-mailing/core/parametres';
import { PASSERELLES_TYPES } from '../../../../src/plugins/sms-mailing/core/passerelles-types';
import { demandePreuvesSchema } from '../../../../src/plugins/sms-mailing/core/preuves';
import { VERSION, type Exemples, INCONNU } from './exemple';

const PARAMETRES = {
  ...parametresSchema.parse({}),
  heuresPromotion: {
    ...parametresSchema.parse({}).heuresPromotion,
    fermetures: ['2022-05-27'],
  },
  sms: { ...parametresSchema.parse({}).sms, passerelle: PASSERELLES_TYPES[1]!.passerelle },
  version: VERSION,
  secrets: { motDePasse: 'un-secret', secretCle: 'un-autre' },
};

export const SOIREE_ET_REGLAGES: Exemples = {
  'GET /soiree': () => ({}),
  'GET /soiree/semaine': () => ({}),
  'GET /soiree/oddites': () => ({}),
  'GET /soiree/bilan': () => ({}),
  'GET /soiree/statistiques': () => ({}),
  'POST /soiree/personnes': (r) => ({
    body: {
      ...{ soir: '2022-03-03', modalite: 'envoi_automatique', typeDestinataire: 'entrepreneur' },
      ...{ modeleDocumentId: r.email, regle: r.regle, campagneId: null, exclus: false },
      ...{ page: 1, pageSize: 10 },
    },
    schema: demandePersonnesSchema,
  }),
  'POST /soiree/retirer': (r) => ({
    body: { genre: 'envois', envois: [r.incertain] },
    schema: retraitSoireeSchema,
  }),
  'POST /soiree/suspendre': () => ({}),
  'POST /soiree/reprendre': () => ({}),
  'POST /soiree/relancer': () => ({
    body: { soir: '2022-03-03' },
    schema: relanceSoireeSchema,
  }),
  'POST /soiree/executer': () => ({}),
  'GET /incertains': () => ({}),
  'POST /incertains/:documentId': (r) => ({
    params: { documentId: r.incertain },
    body: { decision: 'renvoyer' },
  }),
  'GET /packages-sms': () => ({}),
  'GET /packages-sms-suivi': () => ({}),
  'GET /packages-sms-operateur': () => ({}),
  'GET /packages-sms/:documentId/journal': (r) => ({ params: { documentId: r.lot } }),
  'POST /packages-sms': () => ({
    body: { dateAchat: '2022-01-02', achetes: 100, consommes: 1 },
    schema: packageSmsSchema,
  }),
  'PUT /packages-sms/:documentId': (r) => ({
    params: { documentId: r.lot },
    body: { dateAchat: '2022-01-02', achetes: 100_000, version: VERSION },
    schema: modificationPackageSchema,
    table: 'sms_packages',
  }),
  'POST /packages-sms/:documentId/corrections': (r) => ({
    params: { documentId: r.lot },
    body: { credits: 1, raison: 'Relevé', version: VERSION },
    schema: correctionPackageSchema,
    table: 'sms_packages',
  }),
  'DELETE /packages-sms/:documentId': () => ({ params: INCONNU }),
  'GET /parametres': () => ({}),
  'PUT /parametres': () => ({ body: PARAMETRES, schema: saisieParametresSchema }),
  'GET /preuves': () => ({ query: { mois: '2022-03' }, schema: demandePreuvesSchema }),
  'POST /parametres/connexion': () => ({ body: { transport: 'mail' } }),
  'GET /parametres/boite': () => ({}),
  'POST /parametres/boite': () => ({}),
  'POST /parametres/verification-email': () => ({}),
  'POST /parametres/verification-sms': () => ({ body: { numero: '0601020304' } }),
  'POST /parametres/verification': () => ({ body: { transport: 'mail', code: '123456' } }),
  'GET /pret-a-envoyer': () => ({}),
  'GET /pret-a-envoyer/domaine': () => ({}),
};
