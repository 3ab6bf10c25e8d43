import type {
  Comptes,
  DroitsCompte,
  FicheProfil,
  LigneProfil,
  ModificationProfil,
  SaisieRattachement,
} from '../../../core/api/profils';
import { api, readData } from './api';

const URL = '/sms-mailing/profils';
const COMPTES = '/sms-mailing/comptes';

const profilsApi = api.injectEndpoints({
  endpoints: (build) => ({
    listProfils: build.query<LigneProfil[], undefined>({
      query: () => URL,
      transformResponse: readData<LigneProfil[]>,
      providesTags: ['SmsProfil'],
    }),
    openProfil: build.query<FicheProfil, string>({
      query: (id) => `${URL}/${id}`,
      transformResponse: readData<FicheProfil>,
      providesTags: ['SmsProfil'],
    }),
    createProfil: build.mutation<{ id: number }, { nom: string; modele: number | null }>({
      query: (data) => ({ url: URL, method: 'POST', data }),
      transformResponse: readData<{ id: number }>,
      invalidatesTags: ['SmsProfil'],
    }),
    saveProfil: build.mutation<FicheProfil, { id: number; saisie: ModificationProfil }>({
      query: ({ id, saisie }) => ({ url: `${URL}/${String(id)}`, method: 'PUT', data: saisie }),
      transformResponse: readData<FicheProfil>,
      invalidatesTags: ['SmsProfil'],
    }),
    deleteProfil: build.mutation<null, number>({
      query: (id) => ({ url: `${URL}/${String(id)}`, method: 'DELETE' }),
      transformResponse: readData<null>,
      invalidatesTags: ['SmsProfil'],
    }),
    listComptes: build.query<Comptes, undefined>({
      query: () => COMPTES,
      transformResponse: readData<Comptes>,
      providesTags: ['SmsProfil'],
    }),
    describeDroits: build.query<DroitsCompte, string>({
      query: (id) => `${COMPTES}/${id}/droits`,
      transformResponse: readData<DroitsCompte>,
      providesTags: ['SmsProfil'],
    }),
    explainPerimetre: build.query<Record<string, string>, undefined>({
      query: () => '/sms-mailing/mon-perimetre',
      transformResponse: readData<Record<string, string>>,
      providesTags: ['SmsProfil'],
    }),
    saveRattachement: build.mutation<true, { id: number; saisie: SaisieRattachement }>({
      query: ({ id, saisie }) => ({
        url: `${COMPTES}/${String(id)}/rattachement`,
        method: 'PUT',
        data: saisie,
      }),
      transformResponse: () => true as const,
      invalidatesTags: ['SmsProfil'],
    }),
  }),
});

export const {
  useListProfilsQuery,
  useOpenProfilQuery,
  useCreateProfilMutation,
  useSaveProfilMutation,
  useDeleteProfilMutation,
  useListComptesQuery,
  useDescribeDroitsQuery,
  useExplainPerimetreQuery,
  useSaveRattachementMutation,
} = profilsApi;
