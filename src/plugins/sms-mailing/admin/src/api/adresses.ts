import type { PageAdresses, RetablirAdresse } from '../../../core/api/adresses';
import { api, readData } from './api';

type Recherche = Readonly<Record<string, string | number>>;

const adressesApi = api.injectEndpoints({
  endpoints: (build) => ({
    listAdresses: build.query<PageAdresses, Recherche>({
      query: (params) => ({ url: '/sms-mailing/adresses-a-corriger', config: { params } }),
      transformResponse: readData<PageAdresses>,
      // A fiche that is mended leaves the list.
      providesTags: ['SmsFiche'],
    }),
    retablirAdresse: build.mutation<unknown, RetablirAdresse>({
      query: (data) => ({
        url: '/sms-mailing/adresses-a-corriger/retablir',
        method: 'POST',
        data,
      }),
      invalidatesTags: ['SmsFiche', 'SmsSoiree'],
    }),
  }),
});

export const { useLazyListAdressesQuery, useRetablirAdresseMutation } = adressesApi;
