import type { ComptePackages } from '../../../core/package-sms';
import { api, readData } from './api';

const packagesApi = api.injectEndpoints({
  endpoints: (build) => ({
    listPackages: build.query<ComptePackages, undefined>({
      query: () => '/sms-mailing/packages-sms',
      transformResponse: readData<ComptePackages>,
      providesTags: ['SmsPackage'],
    }),
  }),
});

export const { useListPackagesQuery } = packagesApi;
