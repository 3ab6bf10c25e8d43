import type { ResultatSoireeExecutee, Soiree } from '../../../core/soiree';
import { api, readData } from './api';

const soireeApi = api.injectEndpoints({
  endpoints: (build) => ({
    describeSoiree: build.query<Soiree, undefined>({
      query: () => '/sms-mailing/soiree',
      transformResponse: readData<Soiree>,
      providesTags: ['SmsSoiree'],
    }),
    runSoiree: build.mutation<ResultatSoireeExecutee, undefined>({
      query: () => ({ url: '/sms-mailing/soiree/executer', method: 'POST' }),
      transformResponse: readData<ResultatSoireeExecutee>,
      invalidatesTags: ['SmsSoiree', 'SmsModele', 'SmsHistorique', 'SmsPackage'],
    }),
  }),
});

export const { useDescribeSoireeQuery, useRunSoireeMutation } = soireeApi;
