import type { Core } from '@strapi/strapi';
import type { Dispatcher } from 'undici';
import { openReseau } from './hote';
import type { ReglagesModule } from './reglages-module';

/**
 * Strapi's own requests (its webhooks, whose addresses are typed in the panel and whose answers it shows) leave
 * through the same filter; behind a proxy of the installation, that proxy decides.
 */
export function filterSortie(strapi: Core.Strapi): void {
  const sortie = strapi.fetch as unknown as { dispatcher?: Dispatcher };
  const reglages = strapi.config.get<ReglagesModule>('plugin::sms-mailing');
  sortie.dispatcher ??= openReseau(reglages).dispatcher;
}
