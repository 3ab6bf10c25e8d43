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

const crmApi = api.injectEndpoints({
  endpoints: (build) => ({
    readCrm: build.query<DonneesCrm, { type: TypeCrm; documentId: string }>({
      query: ({ type, documentId }) => urlOf(type, documentId),
      transformResponse: ({ data }: { data: DonneesCrm }) => data,
      providesTags: ['SmsFiche'],
      keepUnusedDataFor: 0,
    }),
    createCrm: build.mutation<{ documentId: string }, { type: TypeCrm; data: DonneesCrm }>({
      query: ({ type, data }) => ({ url: urlOf(type), method: 'POST', data }),
      transformResponse: ({ data }: { data: { documentId: string } }) => data,
      invalidatesTags: ['SmsFiche', 'SmsSoiree'],
    }),
    updateCrm: build.mutation<DonneesCrm, { type: TypeCrm; documentId: string; data: DonneesCrm }>({
      query: ({ type, documentId, data }) => ({
        url: urlOf(type, documentId),
        method: 'PUT',
        data,
      }),
      transformResponse: ({ data }: { data: DonneesCrm }) => data,
      invalidatesTags: ['SmsFiche', 'SmsSoiree'],
    }),
  }),
});

export const { useReadCrmQuery, useCreateCrmMutation, useUpdateCrmMutation } = crmApi;
