import type {
  BilanSoiree,
  DemandePersonnes,
  LigneSemaine,
  PagePersonnes,
  ResultatRetrait,
  RetraitSoiree,
} from '../../../core/api/soiree';
import type { LigneHistorique } from '../../../core/api/historique';
import type { Oddite } from '../../../core/oddite';
import type { ResultatSoireeExecutee, Soiree } from '../../../core/soiree';
import type { DureeStatistiques, Statistiques } from '../../../core/api/statistiques';
import { api, readData } from './api';

/** What any change of an evening makes stale. */
const TOUT = [
  'SmsSoiree',
  'SmsModele',
  'SmsHistorique',
  'SmsPackage',
  'SmsEnvoiAutomatique',
] as const;

/** The evening asked for; absent: the one the server takes by default. */
const ofSoir = (chemin: string, soir: string | undefined): string =>
  `/sms-mailing/soiree${chemin}${soir === undefined ? '' : `?soir=${soir}`}`;

interface DecisionIncertain {
  documentId: string;
  decision: 'envoye' | 'renvoyer';
}

const post = (chemin: string, data?: unknown) => ({
  ...{ url: `/sms-mailing${chemin}`, method: 'POST' as const },
  ...(data === undefined ? {} : { data }),
});

const soireeApi = api.injectEndpoints({
  endpoints: (build) => ({
    describeSoiree: build.query<Soiree, string | undefined>({
      query: (soir) => ofSoir('', soir),
      transformResponse: readData<Soiree>,
      providesTags: ['SmsSoiree'],
    }),
    /** For a window that asks before acting: counted when it opens. */
    countSoiree: build.query<Soiree, undefined>({
      query: () => '/sms-mailing/soiree?frais=true',
      transformResponse: readData<Soiree>,
      keepUnusedDataFor: 0,
    }),
    describeSemaine: build.query<LigneSemaine[], undefined>({
      query: () => ofSoir('/semaine', undefined),
      transformResponse: readData<LigneSemaine[]>,
      providesTags: ['SmsSoiree'],
    }),
    listOddites: build.query<Oddite[], string | undefined>({
      query: (soir) => ofSoir('/oddites', soir),
      transformResponse: readData<Oddite[]>,
      providesTags: ['SmsSoiree'],
    }),
    readBilan: build.query<BilanSoiree | null, string | undefined>({
      query: (soir) => ofSoir('/bilan', soir),
      transformResponse: readData<BilanSoiree | null>,
      providesTags: ['SmsSoiree'],
    }),
    readStatistiques: build.query<Statistiques, DureeStatistiques>({
      query: (jours) => `/sms-mailing/soiree/statistiques?jours=${jours}`,
      transformResponse: readData<Statistiques>,
      providesTags: ['SmsSoiree'],
    }),
    listPersonnesDuSoir: build.query<PagePersonnes, DemandePersonnes>({
      query: (demande) => post('/soiree/personnes', demande),
      transformResponse: readData<PagePersonnes>,
      providesTags: ['SmsSoiree'],
    }),
    listIncertains: build.query<LigneHistorique[], undefined>({
      query: () => '/sms-mailing/incertains',
      transformResponse: readData<LigneHistorique[]>,
      providesTags: ['SmsSoiree'],
    }),
  }),
});

const gestesApi = api.injectEndpoints({
  endpoints: (build) => ({
    settleIncertain: build.mutation<null, DecisionIncertain>({
      query: ({ documentId, decision }) => post(`/incertains/${documentId}`, { decision }),
      transformResponse: readData<null>,
      invalidatesTags: [...TOUT],
    }),
    retirerDuSoir: build.mutation<ResultatRetrait, RetraitSoiree>({
      query: (retrait) => post('/soiree/retirer', retrait),
      transformResponse: readData<ResultatRetrait>,
      invalidatesTags: [...TOUT],
    }),
    suspendreSoiree: build.mutation<unknown, undefined>({
      query: () => post('/soiree/suspendre'),
      transformResponse: readData<unknown>,
      invalidatesTags: [...TOUT],
    }),
    reprendreSoiree: build.mutation<null, undefined>({
      query: () => post('/soiree/reprendre'),
      transformResponse: readData<null>,
      invalidatesTags: [...TOUT],
    }),
    relancerSoiree: build.mutation<{ programmes: number }, string>({
      query: (soir) => post('/soiree/relancer', { soir }),
      transformResponse: readData<{ programmes: number }>,
      invalidatesTags: [...TOUT],
    }),
    runSoiree: build.mutation<ResultatSoireeExecutee, undefined>({
      query: () => post('/soiree/executer'),
      transformResponse: readData<ResultatSoireeExecutee>,
      invalidatesTags: [...TOUT],
    }),
  }),
});

export const {
  useDescribeSoireeQuery,
  useCountSoireeQuery,
  useDescribeSemaineQuery,
  useListOdditesQuery,
  useReadBilanQuery,
  useReadStatistiquesQuery,
  useListPersonnesDuSoirQuery,
  useListIncertainsQuery,
} = soireeApi;

export const {
  useSettleIncertainMutation,
  useRetirerDuSoirMutation,
  useSuspendreSoireeMutation,
  useReprendreSoireeMutation,
  useRelancerSoireeMutation,
  useRunSoireeMutation,
} = gestesApi;
