import type { ApercuRegle, TableEnvoisAutomatiques } from '../../../core/api/envois-automatiques';
import type { EnvoiAutomatique } from '../../../core/envoi-automatique';
import { api, readData } from './api';

interface Enregistrement {
  /** null: a new one. */
  documentId: string | null;
  regle: EnvoiAutomatique;
  sansCritereConfirme: boolean;
}

interface Inactivation {
  documentId: string;
  inactif: boolean;
}

const URL = '/sms-mailing/envois-automatiques';
const TOUCHES = ['SmsEnvoiAutomatique', 'SmsSoiree', 'SmsModele'] as const;

const envoisAutomatiquesApi = api.injectEndpoints({
  endpoints: (build) => ({
    listEnvoisAutomatiques: build.query<TableEnvoisAutomatiques, undefined>({
      query: () => URL,
      transformResponse: readData<TableEnvoisAutomatiques>,
      providesTags: ['SmsEnvoiAutomatique'],
    }),
    previewRegle: build.query<ApercuRegle, EnvoiAutomatique>({
      query: (regle) => ({ url: `${URL}-apercu`, method: 'POST', data: { regle } }),
      transformResponse: readData<ApercuRegle>,
      providesTags: ['SmsEnvoiAutomatique'],
    }),
    saveEnvoiAutomatique: build.mutation<{ documentId: string }, Enregistrement>({
      query: ({ documentId, ...data }) => ({
        url: documentId === null ? URL : `${URL}/${documentId}`,
        method: documentId === null ? 'POST' : 'PUT',
        data,
      }),
      transformResponse: readData<{ documentId: string }>,
      invalidatesTags: [...TOUCHES],
    }),
    /** Asked before, with what it changes: a rule without criterion is confirmed there too. */
    inactivateEnvoiAutomatique: build.mutation<{ documentId: string }, Inactivation>({
      query: ({ documentId, inactif }) => ({
        url: `${URL}/${documentId}/inactif`,
        method: 'POST',
        data: { inactif, sansCritereConfirme: true },
      }),
      transformResponse: readData<{ documentId: string }>,
      invalidatesTags: [...TOUCHES],
    }),
    deleteEnvoiAutomatique: build.mutation<null, string>({
      query: (documentId) => ({ url: `${URL}/${documentId}`, method: 'DELETE' }),
      transformResponse: readData<null>,
      invalidatesTags: [...TOUCHES],
    }),
  }),
});

export const {
  useListEnvoisAutomatiquesQuery,
  usePreviewRegleQuery,
  useSaveEnvoiAutomatiqueMutation,
  useInactivateEnvoiAutomatiqueMutation,
  useDeleteEnvoiAutomatiqueMutation,
} = envoisAutomatiquesApi;
