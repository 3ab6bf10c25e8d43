import type { Core } from '@strapi/strapi';
import { configureViews } from './content-manager-views/configure-views';
import { assertInstallation } from './installation/assert-installation';
import { closeDoors } from './installation/close-doors';
import { speakFrench } from './installation/french-validation';
import { nameRoles } from './installation/name-roles';

/** What the module does once, after Strapi has made its own roles. */
interface Installation {
  createProfils(): Promise<void>;
}

interface Context {
  strapi: Core.Strapi;
}

export default {
  register({ strapi }: Context): void {
    assertInstallation(strapi);
    speakFrench(strapi);
  },

  async bootstrap({ strapi }: Context): Promise<void> {
    await closeDoors(strapi);
    await nameRoles(strapi);
    await configureViews(strapi);
    const installation: Installation = strapi.plugin('sms-mailing').service('installation');
    await installation.createProfils();
  },
};
