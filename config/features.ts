import type { Core } from '@strapi/strapi';

const features: Core.Config.Features = { useLegacyMediaLibrary: true };

export default features;
