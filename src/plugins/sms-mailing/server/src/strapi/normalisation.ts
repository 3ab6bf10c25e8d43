import type { Core } from '@strapi/strapi';
import { etatCourriel } from '../../../core/courriel';
import { normaliseTelephone } from '../../../core/telephone';

type Donnees = Record<string, unknown>;

/** The computed columns that the rule of guide §2.d reads (decision F10), filled on every save. */
function normaliseTelephones(telephones: unknown): unknown {
  return Array.isArray(telephones)
    ? telephones.map((telephone: Donnees) => {
        const numero = normaliseTelephone(
          typeof telephone.numero === 'string' ? telephone.numero : ''
        );
        return { ...telephone, numeroE164: numero?.e164 ?? null, mobile: numero?.mobile ?? false };
      })
    : telephones;
}

function normaliseEmails(emails: unknown): unknown {
  return Array.isArray(emails)
    ? emails.map((email: Donnees) => ({
        ...email,
        etat: etatCourriel(typeof email.adresse === 'string' ? email.adresse : ''),
      }))
    : emails;
}

const UIDS: readonly string[] = [
  'api::entrepreneur.entrepreneur',
  'api::contact-individuel.contact-individuel',
  'api::contact-partenaire.contact-partenaire',
];

function normalise(data: Donnees): Donnees {
  const normalisees: Donnees = { ...data };
  if ('telephones' in data) {
    normalisees.telephones = normaliseTelephones(data.telephones);
  }
  if ('emails' in data) {
    normalisees.emails = normaliseEmails(data.emails);
  }
  if (typeof data.courrielPro === 'string') {
    normalisees.etatCourriel = etatCourriel(data.courrielPro);
  }
  return normalisees;
}

export function registerNormalisation(strapi: Core.Strapi): void {
  strapi.documents.use((context, next) => {
    const params = context.params as { data?: Donnees };
    if (UIDS.includes(context.uid) && params.data !== undefined) {
      params.data = normalise(params.data);
    }
    return next();
  });
}
