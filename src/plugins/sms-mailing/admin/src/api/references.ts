import type { References } from '../../../core/api/references';
import { api, readData } from './api';

const referencesApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** Of the rules for who reads modèles, of the actions for who reads fiches. */
    listReferences: build.query<References, 'regles' | 'actions'>({
      query: (de) => `/sms-mailing/${de === 'actions' ? 'actions-references' : 'references'}`,
      transformResponse: readData<References>,
    }),
  }),
});

export const { useListReferencesQuery } = referencesApi;
