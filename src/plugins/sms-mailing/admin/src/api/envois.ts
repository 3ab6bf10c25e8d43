import type { EnJson } from '../../../core/api/en-json';
import type { MessageArchive } from '../../../core/api/historique';
import { api, readData } from './api';

const envoisApi = api.injectEndpoints({
  endpoints: (build) => ({
    readMessage: build.query<EnJson<MessageArchive>, string>({
      query: (documentId) => `/sms-mailing/envois/${documentId}/message`,
      transformResponse: readData<EnJson<MessageArchive>>,
    }),
    cancelEnvois: build.mutation<{ annules: number }, readonly string[]>({
      query: (envoiDocumentIds) => ({
        url: '/sms-mailing/envois/annuler',
        method: 'POST',
        data: { envoiDocumentIds },
      }),
      transformResponse: readData<{ annules: number }>,
      invalidatesTags: ['SmsHistorique', 'SmsSoiree', 'SmsPackage'],
    }),
  }),
});

export const { useReadMessageQuery, useCancelEnvoisMutation } = envoisApi;
