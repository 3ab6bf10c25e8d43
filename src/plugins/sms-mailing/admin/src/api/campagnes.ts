import type {
  CampagneOuverte,
  CampagneProgrammee,
  DemandeModelesCampagne,
  HistoriqueCampagnes,
  LigneModeleCampagne,
  ListeDestinataires,
  RecapCampagne,
} from '../../../core/api/campagnes';
import type { DemandeRelations, Filtres, Relations, SaisieFiltre } from '../../../core/api/filtres';
import type { EnJson } from '../../../core/api/en-json';
import type { DemandeEnvoisCampagne, PageHistorique } from '../../../core/api/historique';
import type {
  CibleCampagne,
  DemandeAnnulation,
  DemandeHistorique,
  DemandeRecherche,
  Selection,
} from '../../../core/campagne';
import type { TypeDestinataire } from '../../../core/vocabulaire';
import { api, readData } from './api';

export interface DemandeComptes extends CibleCampagne {
  selection?: Selection;
  memoriser: boolean;
}

export interface DemandeProgrammation extends CibleCampagne {
  selection: Selection;
  libelle: string;
  /** Decision F14. */
  confirme: boolean;
  personnesLues: number;
  confirmation: string;
  creditsLus: number | null;
}

interface EnvoisDe extends DemandeEnvoisCampagne {
  campagneId: number;
}

interface EnvoisDuModele {
  documentId: string;
  recherche: string;
  page: number;
  pageSize: number;
}

const URL = '/sms-mailing/campagnes';
/** What programming, cancelling and sending again change. */
const TOUCHES = ['SmsCampagne', 'SmsHistorique', 'SmsSoiree', 'SmsPackage', 'SmsModele'] as const;

const campagnesApi = api.injectEndpoints({
  endpoints: (build) => ({
    listModelesCampagne: build.query<LigneModeleCampagne[], DemandeModelesCampagne>({
      query: (params) => ({ url: '/sms-mailing/campagnes-modeles', config: { params } }),
      transformResponse: readData<LigneModeleCampagne[]>,
      providesTags: ['SmsModele', 'SmsCampagne'],
    }),
    searchDestinataires: build.query<EnJson<ListeDestinataires>, DemandeRecherche>({
      query: (data) => ({ url: `${URL}/destinataires`, method: 'POST', data }),
      transformResponse: readData<EnJson<ListeDestinataires>>,
      providesTags: ['SmsCampagne'],
      keepUnusedDataFor: 0,
    }),
    countDestinataires: build.query<EnJson<RecapCampagne>, DemandeComptes>({
      query: (data) => ({ url: `${URL}/comptes`, method: 'POST', data }),
      transformResponse: readData<EnJson<RecapCampagne>>,
      providesTags: ['SmsCampagne'],
      keepUnusedDataFor: 0,
    }),
    programmeCampagne: build.mutation<EnJson<CampagneProgrammee>, DemandeProgrammation>({
      query: (data) => ({ url: URL, method: 'POST', data }),
      transformResponse: readData<EnJson<CampagneProgrammee>>,
      invalidatesTags: [...TOUCHES],
    }),
    openCampagne: build.query<EnJson<CampagneOuverte>, number>({
      query: (id) => `${URL}/${String(id)}`,
      transformResponse: readData<EnJson<CampagneOuverte>>,
      providesTags: ['SmsCampagne'],
    }),
  }),
});

/** Guide §7.c: what became of them, and what can still be done. */
const suiviApi = api.injectEndpoints({
  endpoints: (build) => ({
    listCampagnes: build.query<EnJson<HistoriqueCampagnes>, Partial<DemandeHistorique>>({
      query: (data) => ({ url: `${URL}/historique`, method: 'POST', data }),
      transformResponse: readData<EnJson<HistoriqueCampagnes>>,
      providesTags: ['SmsCampagne'],
    }),
    listEnvoisCampagne: build.query<PageHistorique, EnvoisDe>({
      query: ({ campagneId, ...params }) => ({
        url: `${URL}/${String(campagneId)}/envois`,
        config: { params },
      }),
      transformResponse: readData<PageHistorique>,
      providesTags: ['SmsCampagne', 'SmsHistorique'],
    }),
    listEnvoisModele: build.query<PageHistorique, EnvoisDuModele>({
      query: ({ documentId, ...params }) => ({
        url: `/sms-mailing/modeles/${documentId}/historique`,
        config: { params },
      }),
      transformResponse: readData<PageHistorique>,
      providesTags: ['SmsCampagne', 'SmsHistorique'],
    }),
    cancelCampagne: build.mutation<{ annules: number; dejaPris: number }, DemandeAnnulation>({
      query: (data) => ({ url: `${URL}/annuler`, method: 'POST', data }),
      transformResponse: readData<{ annules: number; dejaPris: number }>,
      invalidatesTags: [...TOUCHES],
    }),
    relanceCampagne: build.mutation<EnJson<CampagneProgrammee>, number>({
      query: (id) => ({ url: `${URL}/${String(id)}/relancer`, method: 'POST' }),
      transformResponse: readData<EnJson<CampagneProgrammee>>,
      invalidatesTags: [...TOUCHES],
    }),
    settleIncertain: build.mutation<null, { documentId: string; decision: 'envoye' | 'renvoyer' }>({
      query: ({ documentId, decision }) => ({
        url: `/sms-mailing/incertains/${documentId}`,
        method: 'POST',
        data: { decision },
      }),
      transformResponse: readData<null>,
      invalidatesTags: [...TOUCHES],
    }),
  }),
});

const filtresApi = api.injectEndpoints({
  endpoints: (build) => ({
    listFiltres: build.query<Filtres, TypeDestinataire>({
      query: (typeDestinataire) => ({
        url: '/sms-mailing/filtres',
        config: { params: { typeDestinataire } },
      }),
      transformResponse: readData<Filtres>,
      providesTags: ['SmsFiltre'],
      keepUnusedDataFor: 0,
    }),
    searchFichesNommees: build.query<Relations, DemandeRelations>({
      query: (params) => ({ url: '/sms-mailing/filtres/relations', config: { params } }),
      transformResponse: readData<Relations>,
    }),
    saveFiltre: build.mutation<{ documentId: string }, SaisieFiltre>({
      query: (data) => ({ url: '/sms-mailing/filtres', method: 'POST', data }),
      transformResponse: readData<{ documentId: string }>,
      invalidatesTags: ['SmsFiltre'],
    }),
    deleteFiltre: build.mutation<null, string>({
      query: (documentId) => ({ url: `/sms-mailing/filtres/${documentId}`, method: 'DELETE' }),
      transformResponse: readData<null>,
      invalidatesTags: ['SmsFiltre'],
    }),
  }),
});

export const {
  useListModelesCampagneQuery,
  useLazySearchDestinatairesQuery,
  useLazyCountDestinatairesQuery,
  useProgrammeCampagneMutation,
  useOpenCampagneQuery,
} = campagnesApi;

export const {
  useListCampagnesQuery,
  useLazyListCampagnesQuery,
  useLazyListEnvoisCampagneQuery,
  useLazyListEnvoisModeleQuery,
  useCancelCampagneMutation,
  useRelanceCampagneMutation,
  useSettleIncertainMutation,
} = suiviApi;

export const {
  useListFiltresQuery,
  useSearchFichesNommeesQuery,
  useSaveFiltreMutation,
  useDeleteFiltreMutation,
} = filtresApi;
