import type {
  EssaiRegle,
  Explication,
  Pourquoi,
  ResultatEnvoiTest,
  ResultatExecution,
} from '../../../core/api/envois-automatiques';
import { api, readData } from './api';

/** Null: every active rule. */
interface Essai {
  regleDocumentId: string | null;
  soir: string;
}

interface Execution {
  documentId: string;
  /** Of the window that was read (decision G8). */
  confirmation: string;
}

const URL = '/sms-mailing/envois-automatiques';

/** What is tried before it leaves, and asked once it has not. */
const essaisApi = api.injectEndpoints({
  endpoints: (build) => ({
    testEnvoisAutomatiques: build.query<EssaiRegle[], Essai>({
      query: (data) => ({ url: `${URL}-essai`, method: 'POST', data }),
      transformResponse: readData<EssaiRegle[]>,
      providesTags: ['SmsEnvoiAutomatique'],
    }),
    executeEnvoiAutomatique: build.mutation<ResultatExecution, Execution>({
      query: ({ documentId, confirmation }) => ({
        url: `${URL}/${documentId}/executer`,
        method: 'POST',
        data: { confirmation },
      }),
      transformResponse: readData<ResultatExecution>,
      invalidatesTags: [
        'SmsEnvoiAutomatique',
        'SmsSoiree',
        'SmsModele',
        'SmsHistorique',
        'SmsPackage',
      ],
    }),
    sendTests: build.mutation<ResultatEnvoiTest, readonly string[]>({
      query: (regleDocumentIds) => ({
        url: `${URL}-test`,
        method: 'POST',
        data: { regleDocumentIds },
      }),
      transformResponse: readData<ResultatEnvoiTest>,
      invalidatesTags: ['SmsHistorique', 'SmsPackage'],
    }),
    explainEnvoi: build.query<Explication, Pourquoi>({
      query: (data) => ({ url: `${URL}-pourquoi`, method: 'POST', data }),
      transformResponse: readData<Explication>,
      providesTags: ['SmsEnvoiAutomatique', 'SmsHistorique'],
    }),
  }),
});

export const {
  useTestEnvoisAutomatiquesQuery,
  useExecuteEnvoiAutomatiqueMutation,
  useSendTestsMutation,
  useExplainEnvoiQuery,
} = essaisApi;
