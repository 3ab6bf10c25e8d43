import type { EnJson } from '../../../core/api/en-json';
import type {
  CodeEnvoye,
  DemandeCode,
  DemandePreuve,
  EtatPreuve,
  PageExemplaires,
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
    listExemplaires: build.query<EnJson<PageExemplaires>, number>({
      query: (page) => ({ url: '/sms-mailing/exemplaires', config: { params: { page } } }),
      transformResponse: readData<EnJson<PageExemplaires>>,
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

export const {
  useListExemplairesQuery,
  useLazyReadPreuveQuery,
  useSendCodeAdresseMutation,
  useConfirmAdresseMutation,
} = exemplairesApi;
