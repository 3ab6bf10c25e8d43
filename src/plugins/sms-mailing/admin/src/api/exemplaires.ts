import type {
  CodeEnvoye,
  DemandeCode,
  DemandePreuve,
  EtatPreuve,
} from '../../../core/api/exemplaires';
import { api, readData } from './api';

const exemplairesApi = api.injectEndpoints({
  endpoints: (build) => ({
    readPreuve: build.query<EtatPreuve, DemandeCode>({
      query: ({ transport, numero }) => ({
        url: '/sms-mailing/exemplaires/preuve',
        config: { params: { transport, ...(numero === null ? {} : { numero }) } },
      }),
      transformResponse: readData<EtatPreuve>,
    }),
    sendCodeAdresse: build.mutation<CodeEnvoye, DemandeCode>({
      query: (data) => ({ url: '/sms-mailing/exemplaires/code', method: 'POST', data }),
      transformResponse: readData<CodeEnvoye>,
      invalidatesTags: ['SmsPackage'],
    }),
    confirmAdresse: build.mutation<{ vers: string }, DemandePreuve>({
      query: (data) => ({ url: '/sms-mailing/exemplaires/preuve', method: 'POST', data }),
      transformResponse: readData<{ vers: string }>,
    }),
  }),
});

export const { useLazyReadPreuveQuery, useSendCodeAdresseMutation, useConfirmAdresseMutation } =
  exemplairesApi;
