import type { Deroule } from '../../../core/api/deroule';
import { api, readData } from './api';

interface Retrait {
  action: string;
  regle: string;
  entrepreneurDocumentId: string;
}

const derouleApi = api.injectEndpoints({
  endpoints: (build) => ({
    describeDeroule: build.query<Deroule, string>({
      query: (action) => `/sms-mailing/actions/${action}/deroule`,
      transformResponse: readData<Deroule>,
      providesTags: ['SmsFiche', 'SmsHistorique', 'SmsSoiree', 'SmsModele'],
    }),
    withdrawDeAction: build.mutation<{ retires: number }, Retrait>({
      query: ({ action, ...data }) => ({
        url: `/sms-mailing/actions/${action}/retirer`,
        method: 'POST',
        data,
      }),
      transformResponse: readData<{ retires: number }>,
      invalidatesTags: ['SmsHistorique', 'SmsSoiree', 'SmsPackage'],
    }),
  }),
});

export const { useDescribeDerouleQuery, useWithdrawDeActionMutation } = derouleApi;
