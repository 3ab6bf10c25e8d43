import { z } from 'zod';

/** Who sends our e-mails, and tells by itself what became of them. */
export const fournisseurRetoursSchema = z.enum(['brevo', 'mailjet', 'postmark', 'ses']);
export type FournisseurRetours = z.infer<typeof fournisseurRetoursSchema>;

export interface DescriptionRetours {
  libelle: string;
  /** Header of the message that is given back with each event: it holds the token of the envoi. */
  entete: string;
  /** What to do there with the address, in one sentence. */
  aide: string;
}

export const RETOURS_FOURNISSEUR: Readonly<Record<FournisseurRetours, DescriptionRetours>> = {
  brevo: {
    libelle: 'Brevo',
    entete: 'X-Mailin-custom',
    aide: 'Dans Brevo, Transactionnel › Paramètres › Webhook : créez un webhook à cette adresse et cochez « Hard bounce », « Soft bounce », « E-mail invalide », « Bloqué », « Erreur » et « Plainte ».',
  },
  mailjet: {
    libelle: 'Mailjet',
    entete: 'X-MJ-CustomID',
    aide: 'Dans Mailjet, Paramètres › Suivi des événements : saisissez cette adresse pour « bounce », « blocked » et « spam », sans grouper les événements.',
  },
  postmark: {
    libelle: 'Postmark',
    entete: 'X-PM-Metadata-envoi',
    aide: 'Dans Postmark, sur votre flux de messages, Webhooks : ajoutez cette adresse et cochez « Bounce » et « Spam complaint ».',
  },
  ses: {
    libelle: 'Amazon SES',
    entete: 'X-Envoi',
    aide: 'Dans Amazon SES, sur votre identité, Notifications : envoyez « Bounce » et « Complaint » à une rubrique SNS, en-têtes d’origine compris ; dans SNS, abonnez cette adresse à la rubrique (HTTPS, sans « raw message delivery ») : l’application confirme l’abonnement.',
  },
};
