import type {
  CoordonneeOpposee,
  GesteOpposition,
  PageOppositions,
  ResultatEffacement,
  ResultatLevee,
  ResultatOpposition,
} from '../../../core/api/oppositions';
import type { TypeDestinataire } from '../../../core/vocabulaire';
import { api, readData } from './api';

type Recherche = Readonly<Record<string, string | number>>;

const oppositionsApi = api.injectEndpoints({
  endpoints: (build) => ({
    listOppositions: build.query<PageOppositions, Recherche>({
      query: (params) => ({ url: '/sms-mailing/oppositions', config: { params } }),
      transformResponse: readData<PageOppositions>,
      providesTags: ['SmsFiche'],
    }),
    readOppositions: build.query<
      CoordonneeOpposee[],
      { type: TypeDestinataire; documentId: string }
    >({
      query: ({ type, documentId }) => `/sms-mailing/oppositions/${type}/${documentId}`,
      transformResponse: readData<CoordonneeOpposee[]>,
      providesTags: ['SmsFiche'],
    }),
    oppose: build.mutation<ResultatOpposition, GesteOpposition>({
      query: (data) => ({ url: '/sms-mailing/oppositions', method: 'POST', data }),
      transformResponse: readData<ResultatOpposition>,
      invalidatesTags: ['SmsFiche', 'SmsSoiree'],
    }),
    erasePersonne: build.mutation<
      ResultatEffacement,
      { typeDestinataire: TypeDestinataire; documentId: string }
    >({
      query: (personne) => ({
        url: '/sms-mailing/effacements',
        method: 'POST',
        data: { ...personne, confirme: true },
      }),
      transformResponse: readData<ResultatEffacement>,
      // The fiche is deleted next: its page asks nothing more of it.
      invalidatesTags: ['SmsSoiree'],
    }),
    liftOpposition: build.mutation<ResultatLevee, GesteOpposition & { preuve: string }>({
      query: (data) => ({ url: '/sms-mailing/oppositions/lever', method: 'POST', data }),
      transformResponse: readData<ResultatLevee>,
      invalidatesTags: ['SmsFiche', 'SmsSoiree'],
    }),
  }),
});

export const {
  useLazyListOppositionsQuery,
  useReadOppositionsQuery,
  useOpposeMutation,
  useLiftOppositionMutation,
  useErasePersonneMutation,
} = oppositionsApi;
