import type { Core } from '@strapi/strapi';

/** An unknown query parameter is a mistake of the caller: it gets a 400, not a silent full list. */
const api: Core.Config.Api = {
  rest: { defaultLimit: 25, maxLimit: 100, withCount: true, strictParams: true },
  documents: { strictParams: true },
};

export default api;
