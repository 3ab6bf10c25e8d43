import type {
  Apercu,
  Cobaye,
  DemandeApercu,
  DemandeCobayes,
  DemandeRepartition,
  ExemplaireEnvoye,
  LigneCobaye,
  PieceJointeDeposee,
  RepartitionSms,
} from '../../../core/api/modeles';
import type { ReglagesSms } from '../../../core/sms';
import { api, readData } from './api';

/** Kept a moment only: what is under the pen changes at every stroke. */
const MEMOIRE_S = 15;

interface Depot {
  usage: 'modele' | 'envoi';
  fichiers: readonly File[];
  /** Already on the modele or the send: the limit holds for all together. */
  dejaJointes: readonly number[];
}

function toFormulaire({ fichiers, dejaJointes }: Omit<Depot, 'usage'>): FormData {
  const formulaire = new FormData();
  formulaire.set('dejaJointes', dejaJointes.join(','));
  for (const fichier of fichiers) {
    formulaire.append('fichiers', fichier);
  }
  return formulaire;
}

const apercuApi = api.injectEndpoints({
  endpoints: (build) => ({
    previewModele: build.query<Apercu, DemandeApercu>({
      query: (data) => ({ url: '/sms-mailing/modeles-apercu', method: 'POST', data }),
      transformResponse: readData<Apercu>,
      keepUnusedDataFor: MEMOIRE_S,
    }),
    showExemples: build.query<Record<string, string>, Cobaye>({
      query: (data) => ({ url: '/sms-mailing/signets-exemples', method: 'POST', data }),
      transformResponse: readData<Record<string, string>>,
    }),
    searchCobayes: build.query<LigneCobaye[], DemandeCobayes>({
      query: (params) => ({ url: '/sms-mailing/cobayes', config: { params } }),
      transformResponse: readData<LigneCobaye[]>,
    }),
    sendExemplaire: build.mutation<ExemplaireEnvoye, DemandeApercu & { numero: string | null }>({
      query: (data) => ({ url: '/sms-mailing/modeles-exemplaire', method: 'POST', data }),
      transformResponse: readData<ExemplaireEnvoye>,
      invalidatesTags: ['SmsPackage'],
    }),
    readReglagesSms: build.query<ReglagesSms, undefined>({
      query: () => '/sms-mailing/reglages-sms',
      transformResponse: readData<ReglagesSms>,
      providesTags: ['SmsParametres'],
    }),
    measureSms: build.mutation<RepartitionSms, DemandeRepartition>({
      query: (data) => ({ url: '/sms-mailing/modeles-repartition', method: 'POST', data }),
      transformResponse: readData<RepartitionSms>,
    }),
    depositPiecesJointes: build.mutation<PieceJointeDeposee[], Depot>({
      query: ({ usage, ...depot }) => ({
        url: `/sms-mailing/${usage === 'envoi' ? 'envois/' : ''}pieces-jointes`,
        method: 'POST',
        data: toFormulaire(depot),
      }),
      transformResponse: readData<PieceJointeDeposee[]>,
    }),
  }),
});

export const {
  usePreviewModeleQuery,
  useShowExemplesQuery,
  useSearchCobayesQuery,
  useSendExemplaireMutation,
  useReadReglagesSmsQuery,
  useMeasureSmsMutation,
  useDepositPiecesJointesMutation,
} = apercuApi;
