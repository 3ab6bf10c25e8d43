import type { LigneAccord } from '../../../core/accord';
import type { EnJson } from '../../../core/api/en-json';
import type { TypeDestinataire } from '../../../core/vocabulaire';
import { api, readData } from './api';

interface Personne {
  type: TypeDestinataire;
  documentId: string;
}

const accordsApi = api.injectEndpoints({
  endpoints: (build) => ({
    listAccords: build.query<EnJson<LigneAccord>[], Personne>({
      query: ({ type, documentId }) => `/sms-mailing/accords/${type}/${documentId}`,
      transformResponse: readData<EnJson<LigneAccord>[]>,
      providesTags: ['SmsFiche'],
    }),
  }),
});

export const { useListAccordsQuery } = accordsApi;
