import type { EnJson } from '../../../core/api/en-json';
import type {
  AvantEnvoi,
  FicheAction,
  FicheEntrepreneur,
  ProgrammationResultat,
} from '../../../core/api/fiches';
import { api, readData } from './api';

/** From which fiche a message leaves. */
export interface Fiche {
  genre: 'action' | 'entrepreneur';
  documentId: string;
}

/** What the click asks, beside its fiche; the last three are of an action, `maintenant` of an entrepreneur. */
export interface DemandeEnvoi {
  modeleDocumentIds: readonly string[];
  force: boolean;
  /** Files of this send alone. */
  piecesJointes: readonly number[];
  maintenant?: boolean;
  entrepreneurDocumentIds?: readonly string[];
  inclureListeAttente?: boolean;
  actionAnnuleeConfirmee?: boolean;
  /** Of a message that would propose a place: for how many hours. */
  placeHeures?: number;
}

interface Clic extends DemandeEnvoi {
  confirmation: string;
  creditsLus: number | null;
}

const urlOf = ({ genre, documentId }: Fiche): string =>
  `/sms-mailing/${genre === 'action' ? 'actions' : 'entrepreneurs'}/${documentId}`;

/** Kept a moment only: it says how many would receive now. */
const MEMOIRE_S = 0;

const fichesApi = api.injectEndpoints({
  endpoints: (build) => ({
    openFicheAction: build.query<FicheAction, { documentId: string; tout: boolean }>({
      query: ({ documentId, tout }) => ({
        url: `/sms-mailing/actions/${documentId}/fiche`,
        config: { params: { tout: String(tout) } },
      }),
      transformResponse: readData<FicheAction>,
      providesTags: ['SmsFiche', 'SmsHistorique', 'SmsModele'],
    }),
    openFicheEntrepreneur: build.query<FicheEntrepreneur, { documentId: string; tout: boolean }>({
      query: ({ documentId, tout }) => ({
        url: `/sms-mailing/entrepreneurs/${documentId}/fiche`,
        config: { params: { tout: String(tout) } },
      }),
      transformResponse: readData<FicheEntrepreneur>,
      providesTags: ['SmsFiche', 'SmsHistorique', 'SmsModele'],
    }),
    foreseeEnvoi: build.query<EnJson<AvantEnvoi>, { fiche: Fiche; demande: DemandeEnvoi }>({
      query: ({ fiche, demande }) => ({
        url: `${urlOf(fiche)}/avant-envoi`,
        method: 'POST',
        data: demande,
      }),
      transformResponse: readData<EnJson<AvantEnvoi>>,
      providesTags: ['SmsFiche', 'SmsHistorique', 'SmsModele', 'SmsPackage'],
      keepUnusedDataFor: MEMOIRE_S,
    }),
    sendDepuisFiche: build.mutation<EnJson<ProgrammationResultat>[], { fiche: Fiche; clic: Clic }>({
      query: ({ fiche, clic }) => ({
        url: `${urlOf(fiche)}/${fiche.genre === 'action' ? 'envoyer' : 'programmer'}`,
        method: 'POST',
        data: clic,
      }),
      transformResponse: readData<EnJson<ProgrammationResultat>[]>,
      invalidatesTags: ['SmsHistorique', 'SmsSoiree', 'SmsPackage'],
    }),
  }),
});

export const {
  useOpenFicheActionQuery,
  useOpenFicheEntrepreneurQuery,
  useForeseeEnvoiQuery,
  useLazyForeseeEnvoiQuery,
  useSendDepuisFicheMutation,
} = fichesApi;
