import { passerelleSchema, type Passerelle } from './passerelle-sms';

export interface PasserelleType {
  nom: string;
  /** What to type in the account's own fields. */
  aide: string;
  passerelle: Passerelle;
}

/**
 * Where to begin from; a given account may differ, and the SMS of verification tells. Nothing was sent to a real
 * account: docs/passerelles-sms.md says, name by name, what comes from a published documentation.
 */
export const PASSERELLES_TYPES: readonly PasserelleType[] = [
  {
    nom: 'Kannel',
    aide: 'Login et mot de passe : ceux du groupe sendsms-user. L’adresse est celle de votre smsbox.',
    passerelle: passerelleSchema.parse({
      url: 'http://kannel.local:13013/cgi-bin/sendsms',
      corps: 'texte',
      entetes: {
        'X-Kannel-Username': '{login}',
        'X-Kannel-Password': '{motDePasse}',
        'X-Kannel-From': '{expediteur}',
        'X-Kannel-To': '{vers}',
        'X-Kannel-Coding': '{codage}',
        'X-Kannel-DLR-Mask': '19',
        'X-Kannel-DLR-URL': '{urlSuivi}&statut=%d',
      },
      reponse: {
        format: 'texte',
        succes: { valeurs: ['0', '3'] },
        issues: { '403': 'configuration', '503': 'reessayer' },
      },
      suivi: {
        statut: 'statut',
        statuts: { '1': 'remis', '2': 'echec', '4': 'envoye', '8': 'envoye', '16': 'echec' },
      },
    }),
  },
  {
    nom: 'smsmode',
    aide: 'Mot de passe : la clé d’API du canal SMS.',
    passerelle: passerelleSchema.parse({
      url: 'https://rest.smsmode.com/sms/v1/messages',
      corps: 'json',
      numero: 'sans-plus',
      entetes: { 'X-Api-Key': '{motDePasse}' },
      champs: {
        'recipient.to': '{vers}',
        'body.text': '{texte}',
        from: '{expediteur}',
        refClient: '{cle}',
        callbackUrlStatus: '{urlSuivi}',
      },
      reponse: { identifiant: 'messageId', issues: { '402': 'configuration' } },
      suivi: {
        identifiant: 'messageId',
        statut: 'status.value',
        numero: 'recipient.to',
        statuts: {
          ENROUTE: 'envoye',
          DELIVERED: 'remis',
          UNDELIVERED: 'echec',
          UNDELIVERABLE: 'echec',
        },
      },
    }),
  },
  {
    nom: 'Octopush',
    aide: 'Login : l’adresse e-mail du compte. Mot de passe : la clé d’API.',
    passerelle: passerelleSchema.parse({
      url: 'https://api.octopush.com/v1/public/sms-campaign/send',
      corps: 'json',
      entetes: { 'api-login': '{login}', 'api-key': '{motDePasse}' },
      champs: {
        'recipients.0.phone_number': '{vers}',
        text: '{texte}',
        sender: '{expediteur}',
        type: 'sms_premium',
        purpose: '{but}',
      },
      but: { suivi: 'alert', promotion: 'wholesale' },
      reponse: {
        identifiant: 'sms_ticket',
        credits: 'number_of_sms_needed',
        code: 'code',
        issues: { '402': 'configuration' },
      },
    }),
  },
];
