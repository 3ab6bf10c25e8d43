import type {
  ComptePackages,
  CorrectionPackage,
  LignePackage,
  ModificationPackage,
  PackageSms,
} from '../../../core/package-sms';
import type { ResultatConnexion } from '../../../core/parametres';
import type { LigneJournalPackage, SuiviPackages } from '../../../core/suivi-packages';
import { api, readData } from './api';

/** A change of the package of that name. */
interface Changement<T> {
  documentId: string;
  saisie: T;
}

const URL = '/sms-mailing/packages-sms';

const packagesApi = api.injectEndpoints({
  endpoints: (build) => ({
    listPackages: build.query<ComptePackages, undefined>({
      query: () => URL,
      transformResponse: readData<ComptePackages>,
      providesTags: ['SmsPackage'],
    }),
    describeSuiviPackages: build.query<SuiviPackages, undefined>({
      query: () => `${URL}-suivi`,
      transformResponse: readData<SuiviPackages>,
      providesTags: ['SmsPackage'],
    }),
    askOperateur: build.query<ResultatConnexion, undefined>({
      query: () => `${URL}-operateur`,
      transformResponse: readData<ResultatConnexion>,
      providesTags: ['SmsPackage'],
    }),
    listJournalPackage: build.query<LigneJournalPackage[], string>({
      query: (documentId) => `${URL}/${documentId}/journal`,
      transformResponse: readData<LigneJournalPackage[]>,
      providesTags: ['SmsPackage'],
    }),
    addPackage: build.mutation<LignePackage, PackageSms>({
      query: (data) => ({ url: URL, method: 'POST', data }),
      transformResponse: readData<LignePackage>,
      invalidatesTags: ['SmsPackage'],
    }),
    modifyPackage: build.mutation<LignePackage, Changement<ModificationPackage>>({
      query: ({ documentId, saisie }) => ({
        url: `${URL}/${documentId}`,
        method: 'PUT',
        data: saisie,
      }),
      transformResponse: readData<LignePackage>,
      invalidatesTags: ['SmsPackage'],
    }),
    correctPackage: build.mutation<LignePackage, Changement<CorrectionPackage>>({
      query: ({ documentId, saisie }) => ({
        url: `${URL}/${documentId}/corrections`,
        method: 'POST',
        data: saisie,
      }),
      transformResponse: readData<LignePackage>,
      invalidatesTags: ['SmsPackage'],
    }),
    deletePackage: build.mutation<null, string>({
      query: (documentId) => ({ url: `${URL}/${documentId}`, method: 'DELETE' }),
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
  useAddPackageMutation,
  useModifyPackageMutation,
  useCorrectPackageMutation,
  useDeletePackageMutation,
} = packagesApi;
