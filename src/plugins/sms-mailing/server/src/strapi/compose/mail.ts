import type { Core } from '@strapi/strapi';
import { createMailSenderStrapi } from '../../adapters/mail/fournisseur-strapi';
import { createMailSenderSmtp } from '../../adapters/mail/smtp';
import type { MailSender } from '../../services/ports/mail';
import type { ReglagesModule } from './reglages-module';

interface CourrielStrapi {
  send(options: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** The association's nodemailer settings feed our own pool; any other provider goes through Strapi's plugin. */
export function createMail(strapi: Core.Strapi, reglages: ReglagesModule): MailSender {
  const fournisseur = strapi.config.get<string>('plugin::email.provider');
  if (fournisseur === 'nodemailer' && reglages.mail.transport.host !== undefined) {
    return createMailSenderSmtp(reglages.mail.transport);
  }
  const email: CourrielStrapi = strapi.plugin('email').service('email');
  return createMailSenderStrapi((options) => email.send(options));
}
