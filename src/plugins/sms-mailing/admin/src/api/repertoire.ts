import type { PageHistorique, PageVagues } from '../../../core/api/historique';
import type { FichePersonne, PageActions, PagePersonnes } from '../../../core/api/repertoire';
import type { TypeDestinataire } from '../../../core/vocabulaire';
import { api, readData } from './api';

/** What a table of the server asks: one line of the address. */
type Recherche = Readonly<Record<string, string | number>>;

/** Whose history. */
export type Sujet =
  | { genre: 'action'; documentId: string; toutes: boolean; vague: string }
  | { genre: TypeDestinataire; documentId: string };

function urlHistorique(sujet: Sujet): string {
  return sujet.genre === 'action'
    ? `/sms-mailing/actions/${sujet.documentId}/historique`
    : `/sms-mailing/personnes/${sujet.genre}/${sujet.documentId}/historique`;
}

const repertoireApi = api.injectEndpoints({
  endpoints: (build) => ({
    listPersonnes: build.query<PagePersonnes, { type: TypeDestinataire; recherche: Recherche }>({
      query: ({ type, recherche }) => ({
        url: `/sms-mailing/personnes/${type}`,
        config: { params: recherche },
      }),
      transformResponse: readData<PagePersonnes>,
      providesTags: ['SmsFiche'],
    }),
    readPersonne: build.query<FichePersonne, { type: TypeDestinataire; documentId: string }>({
      query: ({ type, documentId }) => `/sms-mailing/personnes/${type}/${documentId}`,
      transformResponse: readData<FichePersonne>,
      providesTags: ['SmsFiche', 'SmsHistorique'],
    }),
    listActions: build.query<PageActions, Recherche>({
      query: (recherche) => ({ url: '/sms-mailing/actions', config: { params: recherche } }),
      transformResponse: readData<PageActions>,
      providesTags: ['SmsFiche'],
    }),
    listHistorique: build.query<PageHistorique, { sujet: Sujet; page: Recherche }>({
      query: ({ sujet, page }) => ({
        url: urlHistorique(sujet),
        config: {
          params:
            sujet.genre === 'action'
              ? { ...page, toutes: String(sujet.toutes), vague: sujet.vague }
              : page,
        },
      }),
      transformResponse: readData<PageHistorique>,
      providesTags: ['SmsHistorique'],
    }),
    listVagues: build.query<PageVagues, { action: string; page: Recherche }>({
      query: ({ action, page }) => ({
        url: `/sms-mailing/actions/${action}/vagues`,
        config: { params: page },
      }),
      transformResponse: readData<PageVagues>,
      providesTags: ['SmsHistorique'],
    }),
  }),
});

export const {
  useLazyListPersonnesQuery,
  useListPersonnesQuery,
  useReadPersonneQuery,
  useLazyListActionsQuery,
  useLazyListHistoriqueQuery,
  useListHistoriqueQuery,
  useLazyListVaguesQuery,
} = repertoireApi;
