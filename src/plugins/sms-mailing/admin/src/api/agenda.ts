import type { ActionOuverte, Agenda } from '../../../core/api/agenda';
import { api, readData } from './api';

export interface DemandeAgenda {
  debut: string;
  fin: string;
  qui: string;
}

const agendaApi = api.injectEndpoints({
  endpoints: (build) => ({
    listAgenda: build.query<Agenda, DemandeAgenda>({
      query: (params) => ({ url: '/sms-mailing/agenda', config: { params } }),
      transformResponse: readData<Agenda>,
      // Others enrol people meanwhile.
      keepUnusedDataFor: 0,
    }),
    openAgenda: build.query<ActionOuverte, string>({
      query: (documentId) => `/sms-mailing/agenda/${documentId}`,
      transformResponse: readData<ActionOuverte>,
      keepUnusedDataFor: 0,
    }),
  }),
});

export const { useListAgendaQuery, useOpenAgendaQuery } = agendaApi;
