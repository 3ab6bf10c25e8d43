import type { ApercuRegle, TableEnvoisAutomatiques } from '../../../core/api/envois-automatiques';
import type { EnvoiAutomatique } from '../../../core/envoi-automatique';
import type { Perimetre } from '../../../core/perimetre';
import { api, readData } from './api';

/** A rule, at the version that was read. */
export interface RegleLue {
  documentId: string;
  version: number;
}

interface Enregistrement {
  /** null: a new one. */
  lue: RegleLue | null;
  regle: EnvoiAutomatique;
  perimetre: Perimetre;
  sansCritereConfirme: boolean;
}

/** A rule under the pen, or as it would be once active; `perimetre` null: all that one holds; `documentId` null: a new one. */
export interface RegleVisee {
  regle: EnvoiAutomatique;
  perimetre: Perimetre | null;
  documentId: string | null;
}

interface Inactivation extends RegleLue {
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
    previewRegle: build.query<ApercuRegle, RegleVisee>({
      query: (data) => ({ url: `${URL}-apercu`, method: 'POST', data }),
      transformResponse: readData<ApercuRegle>,
      providesTags: ['SmsEnvoiAutomatique'],
    }),
    saveEnvoiAutomatique: build.mutation<{ documentId: string }, Enregistrement>({
      query: ({ lue, ...data }) =>
        lue === null
          ? { url: URL, method: 'POST', data }
          : {
              url: `${URL}/${lue.documentId}`,
              method: 'PUT',
              data: { ...data, version: lue.version },
            },
      transformResponse: readData<{ documentId: string }>,
      invalidatesTags: [...TOUCHES],
    }),
    /** Asked before, with what it changes: a rule without criterion is confirmed there too. */
    inactivateEnvoiAutomatique: build.mutation<{ documentId: string }, Inactivation>({
      query: ({ documentId, version, inactif }) => ({
        url: `${URL}/${documentId}/inactif`,
        method: 'POST',
        data: { version, inactif, sansCritereConfirme: true },
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
