import type { EnJson } from '../../../core/api/en-json';
import type { PageActes } from '../../../core/api/journal';
import { api, readData } from './api';

/** What the Journal is asked: one line of the address. */
type Recherche = Readonly<Record<string, string | number>>;

/** Kept a moment only: something is done all the time. */
const MEMOIRE_S = 0;

const journalApi = api.injectEndpoints({
  endpoints: (build) => ({
    listActes: build.query<EnJson<PageActes>, Recherche>({
      query: (params) => ({ url: '/sms-mailing/journal', config: { params } }),
      transformResponse: readData<EnJson<PageActes>>,
      keepUnusedDataFor: MEMOIRE_S,
    }),
  }),
});

export const { useLazyListActesQuery } = journalApi;
