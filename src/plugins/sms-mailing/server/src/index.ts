import { contentTypes } from './strapi/content-types/content-types';

export default { contentTypes };
