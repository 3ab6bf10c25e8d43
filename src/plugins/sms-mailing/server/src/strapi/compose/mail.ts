import type { Core } from '@strapi/strapi';
import { createMailSenderStrapi } from '../../adapters/mail/fournisseur-strapi';
import {
  createMailSenderSmtp,
  ECHANGE_PAR_DEFAUT,
  type ReglagesEchange,
} from '../../adapters/mail/smtp';
import type { MailSender } from '../../services/ports/mail';
import type { Journal } from '../../services/ports/moteur';
import type { ReglagesModule } from './reglages-module';

interface CourrielStrapi {
  send(options: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** Does nodemailer speak SMTP here? Its other transports (sendmail, SES…) are Strapi's affair. */
export function isSmtp(strapi: Core.Strapi, { mail }: ReglagesModule): boolean {
  const { host, service, url } = mail.transport;
  return (
    strapi.config.get<string>('plugin::email.provider') === 'nodemailer' &&
    [host, service, url].some((option) => option !== undefined)
  );
}

/** The association's nodemailer settings feed our own exchange; any other provider goes through Strapi's plugin. */
export function createMail(strapi: Core.Strapi, reglages: ReglagesModule): MailSender {
  if (isSmtp(strapi, reglages)) {
    return openMailSmtp(reglages, strapi.log);
  }
  const email: CourrielStrapi = strapi.plugin('email').service('email');
  return createMailSenderStrapi((options) => email.send(options));
}

export function openMailSmtp({ mail }: ReglagesModule, journal: Journal): MailSender {
  return createMailSenderSmtp(mail.transport, readEchange(mail), journal);
}

function readEchange({ echange }: ReglagesModule['mail']): ReglagesEchange {
  return echange === undefined
    ? ECHANGE_PAR_DEFAUT
    : {
        pipelining: echange.pipelining,
        attenteMs: echange.attenteSecondes * 1_000,
        attentePointMs: echange.attentePointSecondes * 1_000,
      };
}
