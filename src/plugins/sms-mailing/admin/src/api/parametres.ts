import type {
  EtatVerification,
  ParametresLus,
  ResultatConnexion,
  SaisieParametres,
} from '../../../core/parametres';
import type { ControleDomaine } from '../../../core/domaine-expediteur';
import type { PretAEnvoyer } from '../../../core/pret-a-envoyer';
import type { EtatLecture } from '../../../core/rebonds/boite-rebonds';
import type { Transport } from '../../../core/vocabulaire';
import { api, readData } from './api';

type Verifications = Readonly<Record<Transport, EtatVerification>>;

const parametresApi = api.injectEndpoints({
  endpoints: (build) => ({
    readParametres: build.query<ParametresLus, undefined>({
      query: () => '/sms-mailing/parametres',
      transformResponse: readData<ParametresLus>,
      providesTags: ['SmsParametres'],
    }),
    saveParametres: build.mutation<ParametresLus, SaisieParametres>({
      query: (data) => ({ url: '/sms-mailing/parametres', method: 'PUT', data }),
      transformResponse: readData<ParametresLus>,
      invalidatesTags: ['SmsParametres', 'SmsSoiree', 'SmsPackage'],
    }),
    testConnexion: build.mutation<ResultatConnexion, Transport>({
      query: (transport) => ({
        url: '/sms-mailing/parametres/connexion',
        method: 'POST',
        data: { transport },
      }),
      transformResponse: readData<ResultatConnexion>,
    }),
    readBoite: build.query<EtatLecture, undefined>({
      query: () => '/sms-mailing/parametres/boite',
      transformResponse: readData<EtatLecture>,
      providesTags: ['SmsParametres'],
    }),
    testBoite: build.mutation<ResultatConnexion, undefined>({
      query: () => ({ url: '/sms-mailing/parametres/boite', method: 'POST' }),
      transformResponse: readData<ResultatConnexion>,
    }),
    sendVerificationEmail: build.mutation<{ vers: string }, undefined>({
      query: () => ({ url: '/sms-mailing/parametres/verification-email', method: 'POST' }),
      transformResponse: readData<{ vers: string }>,
      invalidatesTags: ['SmsParametres'],
    }),
    sendVerificationSms: build.mutation<{ vers: string; credits: number }, string>({
      query: (numero) => ({
        url: '/sms-mailing/parametres/verification-sms',
        method: 'POST',
        data: { numero },
      }),
      transformResponse: readData<{ vers: string; credits: number }>,
      invalidatesTags: ['SmsParametres', 'SmsPackage'],
    }),
    confirmVerification: build.mutation<Verifications, { transport: Transport; code: string }>({
      query: (data) => ({ url: '/sms-mailing/parametres/verification', method: 'POST', data }),
      transformResponse: readData<Verifications>,
      invalidatesTags: ['SmsParametres'],
    }),
    examinePret: build.query<PretAEnvoyer, undefined>({
      query: () => '/sms-mailing/pret-a-envoyer',
      transformResponse: readData<PretAEnvoyer>,
      providesTags: ['SmsParametres', 'SmsPackage'],
    }),
    examineDomaine: build.query<ControleDomaine, undefined>({
      query: () => '/sms-mailing/pret-a-envoyer/domaine',
      transformResponse: readData<ControleDomaine>,
      providesTags: ['SmsParametres'],
    }),
  }),
});

export const {
  useReadParametresQuery,
  useSaveParametresMutation,
  useReadBoiteQuery,
  useTestBoiteMutation,
  useTestConnexionMutation,
  useSendVerificationEmailMutation,
  useSendVerificationSmsMutation,
  useConfirmVerificationMutation,
  useExaminePretQuery,
  useExamineDomaineQuery,
} = parametresApi;
