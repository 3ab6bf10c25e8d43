import type { Core } from '@strapi/strapi';
import { compose, composeAnew } from './compose';
import { filterSortie } from './compose/sortie';
import { createProfils } from './create-profils';
import { registerNormalisation } from './normalisation';
import { listActions } from './permissions';
import type { Ouvrier } from './ouvrier';
import { startScheduler } from './scheduler';

interface Context {
  strapi: Core.Strapi;
}

const schedulers = new WeakMap<Core.Strapi, Pick<Ouvrier, 'stop'>>();

export function register({ strapi }: Context): void {
  registerNormalisation(strapi);
  filterSortie(strapi);
}

export async function bootstrap({ strapi }: Context): Promise<void> {
  await strapi.service('admin::permission').actionProvider.registerMany(listActions());
  await compose(strapi).applySchema();
  await compose(strapi).renewSecrets();
  const app = await composeAnew(strapi);
  const { scheduler, role } = app.reglages;
  if (scheduler === 'on' && role !== 'web') {
    schedulers.set(
      strapi,
      startScheduler(strapi, app, () => composeAnew(strapi))
    );
  } else {
    strapi.log.warn(
      'Les envois du soir sont arrêtés sur cette instance (SMS_MAILING_SCHEDULER, SMS_MAILING_ROLE).'
    );
  }
}

export async function destroy({ strapi }: Context): Promise<void> {
  await schedulers.get(strapi)?.stop();
  await compose(strapi).moteur.mail.close();
}

/** Called by the application once Strapi has created its own roles. */
export const installation = ({ strapi }: Context): { createProfils: () => Promise<void> } => ({
  createProfils: () => createProfils(strapi),
});
