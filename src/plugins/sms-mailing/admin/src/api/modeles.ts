import type { EntreeCatalogue } from '../../../core/catalogue-signets';
import type { LigneModele } from '../../../core/modele';
import type { TypeContact } from '../../../core/vocabulaire';
import { api, readData } from './api';

interface Inactivation {
  documentId: string;
  inactif: boolean;
  annulerProgrammes: boolean;
}

const modelesApi = api.injectEndpoints({
  endpoints: (build) => ({
    listModeles: build.query<LigneModele[], TypeContact>({
      query: (typeContact) => ({
        url: '/sms-mailing/modeles',
        config: { params: { typeContact } },
      }),
      transformResponse: readData<LigneModele[]>,
      providesTags: ['SmsModele'],
    }),
    listSignets: build.query<EntreeCatalogue[], undefined>({
      query: () => '/sms-mailing/signets',
      transformResponse: readData<EntreeCatalogue[]>,
    }),
    duplicateModele: build.mutation<{ documentId: string }, string>({
      query: (documentId) => ({
        url: `/sms-mailing/modeles/${documentId}/dupliquer`,
        method: 'POST',
      }),
      transformResponse: readData<{ documentId: string }>,
      invalidatesTags: ['SmsModele'],
    }),
    inactivateModele: build.mutation<{ annules: number }, Inactivation>({
      query: ({ documentId, ...data }) => ({
        url: `/sms-mailing/modeles/${documentId}/inactif`,
        method: 'POST',
        data,
      }),
      transformResponse: readData<{ annules: number }>,
      invalidatesTags: ['SmsModele', 'SmsSoiree', 'SmsEnvoiAutomatique'],
    }),
    deleteModele: build.mutation<null, string>({
      query: (documentId) => ({ url: `/sms-mailing/modeles/${documentId}`, method: 'DELETE' }),
      transformResponse: readData<null>,
      invalidatesTags: ['SmsModele'],
    }),
  }),
});

export const {
  useListModelesQuery,
  useListSignetsQuery,
  useDuplicateModeleMutation,
  useInactivateModeleMutation,
  useDeleteModeleMutation,
} = modelesApi;
