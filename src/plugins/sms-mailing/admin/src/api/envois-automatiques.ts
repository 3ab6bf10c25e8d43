import type {
  CompteSoir,
  DemandeCompte,
  EnvoisAutomatiques,
  OptionsEnvoiAutomatique,
} from '../../../core/api/envois-automatiques';
import type { EnvoiAutomatique } from '../../../core/envoi-automatique';
import { api, readData } from './api';

export interface Enregistrement {
  /** null: a new one. */
  documentId: string | null;
  regle: EnvoiAutomatique;
  sansCritereConfirme: boolean;
}

const URL = '/sms-mailing/envois-automatiques';

const envoisAutomatiquesApi = api.injectEndpoints({
  endpoints: (build) => ({
    listEnvoisAutomatiques: build.query<EnvoisAutomatiques, undefined>({
      query: () => URL,
      transformResponse: readData<EnvoisAutomatiques>,
      providesTags: ['SmsEnvoiAutomatique'],
    }),
    listOptionsEnvoiAutomatique: build.query<OptionsEnvoiAutomatique, undefined>({
      query: () => `${URL}-options`,
      transformResponse: readData<OptionsEnvoiAutomatique>,
    }),
    countEnvoiAutomatique: build.query<CompteSoir, DemandeCompte>({
      query: (data) => ({ url: `${URL}-compte`, method: 'POST', data }),
      transformResponse: readData<CompteSoir>,
      providesTags: ['SmsEnvoiAutomatique'],
    }),
    saveEnvoiAutomatique: build.mutation<{ documentId: string }, Enregistrement>({
      query: ({ documentId, ...data }) => ({
        url: documentId === null ? URL : `${URL}/${documentId}`,
        method: documentId === null ? 'POST' : 'PUT',
        data,
      }),
      transformResponse: readData<{ documentId: string }>,
      invalidatesTags: ['SmsEnvoiAutomatique', 'SmsSoiree', 'SmsModele'],
    }),
    deleteEnvoiAutomatique: build.mutation<null, string>({
      query: (documentId) => ({ url: `${URL}/${documentId}`, method: 'DELETE' }),
      transformResponse: readData<null>,
      invalidatesTags: ['SmsEnvoiAutomatique', 'SmsSoiree', 'SmsModele'],
    }),
  }),
});

export const {
  useListEnvoisAutomatiquesQuery,
  useListOptionsEnvoiAutomatiqueQuery,
  useCountEnvoiAutomatiqueQuery,
  useSaveEnvoiAutomatiqueMutation,
  useDeleteEnvoiAutomatiqueMutation,
} = envoisAutomatiquesApi;
