import { describe, expect, it } from 'vitest';
import { compteSmsSchema, missingChamps, type CompteSmsOuvert } from './compte-sms';
import { passerelleSchema } from './passerelle-sms';

const ouvrir = (compte: Partial<CompteSmsOuvert>): CompteSmsOuvert => ({
  fournisseur: 'ovh-http2sms',
  compte: 'sms-bg1-1',
  login: 'bge',
  expediteur: 'BGE',
  messagingServiceSid: '',
  passerelle: null,
  secrets: { motDePasse: 'x', secretCle: '' },
  ...compte,
});

describe('Guide §1 : le compte SMS', () => {
  it.each(['BGE', 'BGEARTOIS', 'Abc123', 'a', '12345678901a'.slice(1)])(
    'accepte l’expéditeur « %s »',
    (expediteur) => {
      expect(compteSmsSchema.safeParse({ expediteur }).success).toBe(true);
    }
  );

  it.each(['BGE ARTOIS', 'BGÉ', 'BGE-59', '38123', 'ABCDEFGHIJKL', '+33612345678'])(
    'refuse l’expéditeur « %s »',
    (expediteur) => {
      expect(compteSmsSchema.safeParse({ expediteur }).success).toBe(false);
    }
  );

  const rien = { motDePasse: '', secretCle: '' };
  const passerelle = passerelleSchema.parse({ url: 'https://sms.bge.example' });
  it.each<[string, Partial<CompteSmsOuvert>, string[]]>([
    ['un compte OVHcloud complet', {}, []],
    ['sans mot de passe', { secrets: rien }, ['Mot de passe']],
    [
      'sans rien',
      { compte: '', login: '', expediteur: '', secrets: rien },
      ['Compte SMS', 'Login', 'Mot de passe', 'Nom de l’expéditeur'],
    ],
    ['un compte Twilio sans clé d’API', { fournisseur: 'twilio', login: '' }, []],
    [
      'Twilio par un Messaging Service',
      {
        fournisseur: 'twilio',
        login: '',
        expediteur: '',
        messagingServiceSid: `MG${'0'.repeat(32)}`,
      },
      [],
    ],
    [
      'Twilio sans expéditeur',
      { fournisseur: 'twilio', login: '', expediteur: '' },
      ['Nom de l’expéditeur ou Messaging Service'],
    ],
    [
      'Twilio par une clé d’API sans son secret',
      { fournisseur: 'twilio', login: 'SK1' },
      ['Secret de la clé d’API'],
    ],
    ['une passerelle à décrire', { fournisseur: 'http-generic' }, ['Réglages de la passerelle']],
    ['une passerelle décrite', { fournisseur: 'http-generic', passerelle, secrets: rien }, []],
    ['le journal', { fournisseur: 'journal', compte: '', login: '', secrets: rien }, []],
  ])('%s', (_, compte, manquants) => {
    expect(missingChamps(ouvrir(compte))).toEqual(manquants);
  });
});
