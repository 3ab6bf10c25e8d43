import type { Core } from '@strapi/strapi';
import { configureViews } from './content-manager-views/configure-views';
import { assertInstallation } from './installation/assert-installation';
import { closeDoors } from './installation/close-doors';

interface Context {
  strapi: Core.Strapi;
}

export default {
  register({ strapi }: Context): void {
    assertInstallation(strapi);
  },

  async bootstrap({ strapi }: Context): Promise<void> {
    await closeDoors(strapi);
    await configureViews(strapi);
    await strapi.plugin('sms-mailing').service('installation').createProfils();
  },
};
