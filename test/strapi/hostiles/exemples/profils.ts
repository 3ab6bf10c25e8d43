import {
  creationProfilSchema,
  modificationProfilSchema,
  rattachementSchema,
} from '../../../../src/plugins/sms-mailing/core/api/profils';
import { MATRICE } from '../../../../src/plugins/sms-mailing/core/matrice-profils';
import type { Exemples } from './exemple';

const AUCUN = { id: '999999' };

/** Of no profil and no account that is there: the guide's own must stay as they are under the other requests. */
export const PROFILS: Exemples = {
  'GET /mon-perimetre': () => ({}),
  'GET /profils': () => ({}),
  'GET /profils/:id': () => ({ params: AUCUN }),
  'POST /profils': () => ({
    body: { nom: 'Assistante territoriale', modele: 999_999 },
    schema: creationProfilSchema,
  }),
  'PUT /profils/:id': () => ({
    params: AUCUN,
    body: {
      ...{ nom: 'Assistante territoriale', description: 'Suit une antenne.', lu: 'x' },
      lignes: [
        {
          cle: MATRICE[0]!.cle,
          cases: { tout: 'consulter', antenne: 'creer', equipe: null, assigne: null },
        },
      ],
    },
    schema: modificationProfilSchema,
  }),
  'DELETE /profils/:id': () => ({ params: AUCUN }),
  'GET /comptes': () => ({}),
  'GET /comptes/:id/droits': () => ({ params: AUCUN }),
  'PUT /comptes/:id/rattachement': () => ({
    params: AUCUN,
    body: {
      ...{ antenneIds: [1], equipeIds: [1] },
      remplacement: { par: 1, du: '2022-03-01', au: '2022-03-10' },
    },
    schema: rattachementSchema,
  }),
};
