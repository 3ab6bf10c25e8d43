import type { References } from '../../../core/api/references';
import { api, readData } from './api';

const referencesApi = api.injectEndpoints({
  endpoints: (build) => ({
    listReferences: build.query<References, undefined>({
      query: () => '/sms-mailing/references',
      transformResponse: readData<References>,
    }),
  }),
});

export const { useListReferencesQuery } = referencesApi;
