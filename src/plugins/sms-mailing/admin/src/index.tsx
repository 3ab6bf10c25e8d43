import type { StrapiApp } from '@strapi/strapi/admin';

/** The module's front door in the panel. */
export default {
  register(app: StrapiApp): void {
    app.registerPlugin({ id: 'sms-mailing', name: 'sms-mailing' });
  },
};
