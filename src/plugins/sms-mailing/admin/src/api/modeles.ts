import type { ModeleEnregistrement, ModeleOuvert } from '../../../core/api/modeles';
import type { EntreeCatalogue } from '../../../core/catalogue-signets';
import type { LigneModele, Modele } from '../../../core/modele';
import type { TypeContact } from '../../../core/vocabulaire';
import { api, readData } from './api';

interface Inactivation {
  documentId: string;
  inactif: boolean;
  annulerProgrammes: boolean | null;
}

interface Enregistrement {
  /** Null: a new one. */
  documentId: string | null;
  version: number | null;
  /** Decision B9; null when nothing has to be said of them. */
  annulerProgrammes: boolean | null;
  modele: Modele;
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
    openModele: build.query<ModeleOuvert, string>({
      query: (documentId) => `/sms-mailing/modeles/${documentId}`,
      transformResponse: readData<ModeleOuvert>,
      providesTags: ['SmsModele'],
    }),
    saveModele: build.mutation<ModeleEnregistrement, Enregistrement>({
      query: ({ documentId, version, annulerProgrammes, modele }) =>
        documentId === null
          ? { url: '/sms-mailing/modeles', method: 'POST', data: modele }
          : {
              url: `/sms-mailing/modeles/${documentId}`,
              method: 'PUT',
              data: { ...modele, version, annulerProgrammes },
            },
      transformResponse: readData<ModeleEnregistrement>,
      invalidatesTags: (_enregistre, erreur) =>
        erreur === undefined ? ['SmsModele', 'SmsSoiree', 'SmsEnvoiAutomatique'] : [],
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
  useOpenModeleQuery,
  useSaveModeleMutation,
  useListSignetsQuery,
  useDuplicateModeleMutation,
  useInactivateModeleMutation,
  useDeleteModeleMutation,
} = modelesApi;
