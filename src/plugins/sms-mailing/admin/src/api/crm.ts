import { ENTETE_ECRAN, type Ecran } from '../../../core/accord';
import { api } from './api';

/** The content types of the CRM that these pages write, through Strapi's own Content Manager: its rights are theirs. */
export type TypeCrm =
  | 'entrepreneur'
  | 'action'
  | 'participation'
  | 'contact-individuel'
  | 'contact-partenaire'
  | 'entreprise-partenaire';

export type DonneesCrm = Readonly<Record<string, unknown>>;

const uidOf = (type: TypeCrm): string => `api::${type}.${type}`;
const urlOf = (type: TypeCrm, documentId = ''): string =>
  `/content-manager/collection-types/${uidOf(type)}${documentId === '' ? '' : `/${documentId}`}`;

/** The page of the Content Manager that holds the whole fiche. */
export function cheminFicheComplete(type: TypeCrm, documentId: string): string {
  return urlOf(type, documentId);
}

/** Where the boxes of a person are ticked: it is kept with each tick. */
const depuis = (ecran: Ecran) => ({ headers: { [ENTETE_ECRAN]: ecran } });

const crmApi = api.injectEndpoints({
  endpoints: (build) => ({
    readCrm: build.query<DonneesCrm, { type: TypeCrm; documentId: string }>({
      query: ({ type, documentId }) => urlOf(type, documentId),
      transformResponse: ({ data }: { data: DonneesCrm }) => data,
      providesTags: ['SmsFiche'],
      keepUnusedDataFor: 0,
    }),
    createCrm: build.mutation<{ documentId: string }, { type: TypeCrm; data: DonneesCrm }>({
      query: ({ type, data }) => ({
        url: urlOf(type),
        method: 'POST',
        data,
        config: depuis('creation'),
      }),
      transformResponse: ({ data }: { data: { documentId: string } }) => data,
      invalidatesTags: ['SmsFiche', 'SmsSoiree'],
    }),
    deleteCrm: build.mutation<unknown, { type: TypeCrm; documentId: string }>({
      query: ({ type, documentId }) => ({ url: urlOf(type, documentId), method: 'DELETE' }),
      invalidatesTags: ['SmsSoiree'],
    }),
    updateCrm: build.mutation<DonneesCrm, { type: TypeCrm; documentId: string; data: DonneesCrm }>({
      query: ({ type, documentId, data }) => ({
        url: urlOf(type, documentId),
        method: 'PUT',
        data,
        config: depuis('coordonnees'),
      }),
      transformResponse: ({ data }: { data: DonneesCrm }) => data,
      invalidatesTags: ['SmsFiche', 'SmsSoiree'],
    }),
  }),
});

export const { useReadCrmQuery, useCreateCrmMutation, useUpdateCrmMutation, useDeleteCrmMutation } =
  crmApi;
