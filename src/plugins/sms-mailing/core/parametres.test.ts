import { describe, expect, it } from 'vitest';
import { parametresSchema, saisieParametresSchema, ZONES_FRANCAISES } from './parametres';

const accepte = (saisie: object) => parametresSchema.safeParse(saisie).success;

describe('les réglages des envois d’une association', () => {
  it('une installation neuve a ceux du guide', () => {
    expect(parametresSchema.parse({})).toMatchObject({
      caracteresParSms: 155,
      seuilAlertePackages: 10,
      alertesA: '',
      digestMatin: false,
      heureDuSoir: null,
      zone: null,
      promotionSansConsentement: null,
      messagesParClic: 50,
      messagesParJour: 200,
      repentirSecondes: 30,
      texteMois: 13,
      preuveMois: 60,
      heuresPromotion: {
        debut: '08:00',
        fin: '20:00',
        jours: [1, 2, 3, 4, 5, 6],
        joursFeries: false,
        alsaceMoselle: false,
      },
      sms: { fournisseur: null },
    });
  });

  it('ceux d’une version plus ancienne se lisent encore', () => {
    expect(parametresSchema.parse({ expediteurNom: 'BGE' }).expediteurNom).toBe('BGE');
  });

  it.each([
    ['08:00', true],
    ['20:59', true],
    ['07:59', false],
    ['21:00', false],
    ['19h', true],
  ])('l’heure du soir %s : %s (le rattrapage s’arrête à 21h)', (heureDuSoir, attendu) => {
    expect(accepte({ heureDuSoir })).toBe(attendu);
  });

  it('le fuseau est un de ceux que l’on sait calculer', () => {
    for (const zone of Object.keys(ZONES_FRANCAISES)) {
      expect(accepte({ zone }), zone).toBe(true);
    }
    expect(accepte({ zone: 'Europe/Lille' })).toBe(false);
    expect(accepte({ zone: '' })).toBe(false);
  });

  it('le nom affiché tient sur une ligne, l’adresse postale sur plusieurs, et rien n’y arrête un envoi', () => {
    const lus = parametresSchema.parse({
      expediteurNom: ' BGE\r\nBcc: x\0 ',
      adressePostale: '1 rue\t\0A\n62000 Arras\ud800',
    });
    expect(lus.expediteurNom).toBe('BGE Bcc: x');
    expect(lus.adressePostale).toBe('1 rue A\n62000 Arras\ufffd');
    expect(accepte({ expediteurNom: 'é'.repeat(121) })).toBe(false);
  });

  it('une adresse en est une seule', () => {
    expect(accepte({ repondreA: 'a@bge.fr, b@bge.fr' })).toBe(false);
    expect(accepte({ expediteurAdresse: 'BGE <a@bge.fr>' })).toBe(false);
  });

  it('un débit est positif, ou n’est pas limité', () => {
    expect(accepte({ smsParSeconde: 0 })).toBe(false);
    expect(accepte({ smsParSeconde: 0.5, emailsParHeure: null })).toBe(true);
  });

  it('un secret s’écrit, s’efface, ou reste quand on n’en parle pas ; vide, il serait perdu', () => {
    const lus = { ...parametresSchema.parse({}), version: 0 };
    const secretsOf = (secrets: object) => saisieParametresSchema.safeParse({ ...lus, secrets });
    expect(secretsOf({}).data?.secrets).toEqual({});
    expect(secretsOf({ motDePasse: null }).success).toBe(true);
    expect(secretsOf({ motDePasse: '' }).success).toBe(false);
    expect(secretsOf({ autre: 'x' }).success).toBe(false);
  });
});
