import type { EnJson } from '../../../core/api/en-json';
import type {
  ActionLiberee,
  DemandeProposition,
  PlaceProposee,
  PlacesDAction,
} from '../../../core/proposition';
import { api, readData } from './api';

const placesApi = api.injectEndpoints({
  endpoints: (build) => ({
    listLiberees: build.query<ActionLiberee[], undefined>({
      query: () => '/sms-mailing/places-liberees',
      transformResponse: readData<ActionLiberee[]>,
      providesTags: ['SmsFiche'],
    }),
    readPlaces: build.query<PlacesDAction, string>({
      query: (action) => `/sms-mailing/actions/${action}/places`,
      transformResponse: readData<PlacesDAction>,
      providesTags: ['SmsFiche', 'SmsHistorique'],
    }),
    proposerPlace: build.mutation<EnJson<PlaceProposee>, DemandeProposition & { action: string }>({
      query: ({ action, ...data }) => ({
        url: `/sms-mailing/actions/${action}/proposer`,
        method: 'POST',
        data,
      }),
      transformResponse: readData<EnJson<PlaceProposee>>,
      invalidatesTags: ['SmsFiche', 'SmsHistorique', 'SmsPackage'],
    }),
    takeBackPlace: build.mutation<{ reprise: true }, { action: string; propositionId: number }>({
      query: ({ action, ...data }) => ({
        url: `/sms-mailing/actions/${action}/reprendre-place`,
        method: 'POST',
        data,
      }),
      transformResponse: readData<{ reprise: true }>,
      invalidatesTags: ['SmsFiche'],
    }),
  }),
});

export const {
  useListLibereesQuery,
  useReadPlacesQuery,
  useProposerPlaceMutation,
  useTakeBackPlaceMutation,
} = placesApi;
