import type { Core } from '@strapi/strapi';
import { configureViews } from './content-manager-views/configure-views';
import { checkAccounts } from './doors/check-accounts';
import { closeFirstAccount } from './doors/close-first-account';
import { closeSettings } from './doors/close-settings';
import { hideAccountFields } from './doors/hide-account-fields';
import { limitBodies } from './doors/limit-bodies';

import { ownFiches } from './doors/own-fiches';
import { bindAccountWrites, protectSuperAdmin } from './doors/protect-super-admin';
import { quietAi } from './doors/quiet-ai';
import { openRelationPickers } from './doors/relation-pickers';
import { slowLogins } from './doors/slow-logins';
import { assertInstallation } from './installation/assert-installation';
import { closeDoors } from './installation/close-doors';
import { copyAlone } from './installation/copy-alone';
import { explainOwners, fixOwners } from './installation/fix-owners';
import { speakFrench } from './installation/french-validation';
import { nameRoles } from './installation/name-roles';
import { outliveDatabase } from './installation/outlive-database';
import { redactLogs } from './installation/redact-logs';

/** What the module does once, after Strapi has made its own roles. */
interface Installation {
  createProfils(): Promise<void>;
}

interface Context {
  strapi: Core.Strapi;
}

let endOutliving: (() => void) | null = null;

export default {
  register({ strapi }: Context): void {
    redactLogs(strapi);
    endOutliving = outliveDatabase(strapi);
    assertInstallation(strapi);
    limitBodies(strapi);
    hideAccountFields(strapi);
    checkAccounts(strapi);
    bindAccountWrites(strapi);
    closeFirstAccount(strapi);
    slowLogins(strapi);
    closeSettings(strapi);
    openRelationPickers(strapi);
    quietAi(strapi);
    speakFrench(strapi);
    explainOwners(strapi);
    copyAlone(strapi);
    ownFiches(strapi);
  },

  async bootstrap({ strapi }: Context): Promise<void> {
    protectSuperAdmin(strapi);
    await fixOwners(strapi);
    await closeDoors(strapi);
    await nameRoles(strapi);
    await configureViews(strapi);
    const installation: Installation = strapi.plugin('sms-mailing').service('installation');
    await installation.createProfils();
  },

  destroy(): void {
    endOutliving?.();
  },
};
