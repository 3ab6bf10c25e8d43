import type { Soiree } from '../../../core/soiree';
import { api, readData } from './api';

const soireeApi = api.injectEndpoints({
  endpoints: (build) => ({
    describeSoiree: build.query<Soiree, undefined>({
      query: () => '/sms-mailing/soiree',
      transformResponse: readData<Soiree>,
      providesTags: ['SmsSoiree'],
    }),
    runSoiree: build.mutation<{ automatiques: number; avances: number }, undefined>({
      query: () => ({ url: '/sms-mailing/soiree/executer', method: 'POST' }),
      transformResponse: readData<{ automatiques: number; avances: number }>,
      invalidatesTags: ['SmsSoiree', 'SmsModele', 'SmsHistorique', 'SmsPackage'],
    }),
  }),
});

export const { useDescribeSoireeQuery, useRunSoireeMutation } = soireeApi;
