import type { ComptePackages, PackageSms } from '../../../core/package-sms';
import type { ResultatConnexion } from '../../../core/parametres';
import type { JourneePackage, SuiviPackages } from '../../../core/suivi-packages';
import { api, readData } from './api';

interface Sauvegarde {
  /** null: a new package. */
  documentId: string | null;
  lot: PackageSms;
}

const packagesApi = api.injectEndpoints({
  endpoints: (build) => ({
    listPackages: build.query<ComptePackages, undefined>({
      query: () => '/sms-mailing/packages-sms',
      transformResponse: readData<ComptePackages>,
      providesTags: ['SmsPackage'],
    }),
    describeSuiviPackages: build.query<SuiviPackages, undefined>({
      query: () => '/sms-mailing/packages-sms-suivi',
      transformResponse: readData<SuiviPackages>,
      providesTags: ['SmsPackage'],
    }),
    askOperateur: build.query<ResultatConnexion, undefined>({
      query: () => '/sms-mailing/packages-sms-operateur',
      transformResponse: readData<ResultatConnexion>,
      providesTags: ['SmsPackage'],
    }),
    listJournalPackage: build.query<JourneePackage[], string>({
      query: (documentId) => `/sms-mailing/packages-sms/${documentId}/journal`,
      transformResponse: readData<JourneePackage[]>,
      providesTags: ['SmsPackage'],
    }),
    savePackage: build.mutation<PackageSms, Sauvegarde>({
      query: ({ documentId, lot }) => ({
        url: `/sms-mailing/packages-sms${documentId === null ? '' : `/${documentId}`}`,
        method: documentId === null ? 'POST' : 'PUT',
        data: lot,
      }),
      transformResponse: readData<PackageSms>,
      invalidatesTags: ['SmsPackage'],
    }),
    deletePackage: build.mutation<null, string>({
      query: (documentId) => ({ url: `/sms-mailing/packages-sms/${documentId}`, method: 'DELETE' }),
      transformResponse: readData<null>,
      invalidatesTags: ['SmsPackage'],
    }),
  }),
});

export const {
  useListPackagesQuery,
  useDescribeSuiviPackagesQuery,
  useAskOperateurQuery,
  useListJournalPackageQuery,
  useSavePackageMutation,
  useDeletePackageMutation,
} = packagesApi;
