import { describe, expect, it } from 'vitest';
import { listPoints, type EtatPoint, type FaitsPret } from './pret-a-envoyer';

const PRET: FaitsPret = {
  baseReelle: true,
  expediteur: 'contact@bge.fr',
  fournisseur: 'ovh-http2sms',
  champsManquants: [],
  verifies: { mail: true, sms: true },
  promotionSansConsentement: false,
  adressePostale: '1 rue de la Paix, Arras',
  packages: { niveau: 'aucune', reste: 500 },
  ouvriers: 2,
  urlPublique: 'https://sms.bge.fr',
};

const etatsOf = (faits: Partial<FaitsPret>): Record<string, EtatPoint> =>
  Object.fromEntries(listPoints({ ...PRET, ...faits }).map(({ cle, etat }) => [cle, etat]));

describe('Prêt à envoyer ?', () => {
  it('tout est en ordre quand tout est en ordre', () => {
    expect(new Set(Object.values(etatsOf({})))).toEqual(new Set(['ok']));
  });

  it.each<[string, Partial<FaitsPret>, string, EtatPoint]>([
    [
      'une adresse d’exemple',
      { expediteur: 'ne-pas-repondre@exemple.fr' },
      'expediteur',
      'a_faire',
    ],
    ['un e-mail non vérifié', { verifies: { mail: false, sms: true } }, 'email-verifie', 'a_faire'],
    ['un compte SMS incomplet', { champsManquants: ['Login'] }, 'compte-sms', 'a_faire'],
    ['un SMS non vérifié', { verifies: { mail: true, sms: false } }, 'sms-verifie', 'a_faire'],
    ['une messagerie grand public', { expediteur: 'bge@gmail.com' }, 'domaine', 'attention'],
    ['le choix RGPD à faire', { promotionSansConsentement: null }, 'consentement', 'attention'],
    ['aucun package', { packages: { niveau: 'non_suivi', reste: 0 } }, 'package', 'attention'],
    ['un package épuisé', { packages: { niveau: 'epuise', reste: 0 } }, 'package', 'attention'],
    ['un package presque vide', { packages: { niveau: 'bas', reste: 3 } }, 'package', 'attention'],
    ['aucun processus d’envoi', { ouvriers: 0 }, 'ouvriers', 'attention'],
    ['une adresse locale', { urlPublique: 'http://localhost:1337' }, 'url-publique', 'a_faire'],
    ['aucun fournisseur de SMS', { fournisseur: 'journal' }, 'compte-sms', 'a_faire'],
    ['pas d’adresse postale', { adressePostale: '' }, 'adresse-postale', 'attention'],
  ])('%s', (_, faits, cle, etat) => {
    const etats = etatsOf(faits);
    expect(etats[cle]).toBe(etat);
    expect(Object.values(etats).filter((autre) => autre === 'a_faire')).toHaveLength(
      etat === 'a_faire' ? 1 : 0
    );
  });

  it('sur une base d’essai rien n’est « à faire »', () => {
    const faits: FaitsPret = {
      ...PRET,
      baseReelle: false,
      expediteur: 'x@exemple.fr',
      champsManquants: ['Login'],
      verifies: { mail: false, sms: false },
      urlPublique: 'http://localhost:1337',
    };
    expect(Object.values(etatsOf(faits))).not.toContain('a_faire');
    const journal = etatsOf({ ...faits, fournisseur: 'journal' });
    expect(journal).toMatchObject({ 'compte-sms': 'information', 'sms-verifie': 'information' });
  });

  it('dit ce qui manque en une phrase', () => {
    const points = listPoints({ ...PRET, fournisseur: 'journal' });
    expect(points.find(({ cle }) => cle === 'compte-sms')?.phrase).toMatch(/^Aucun fournisseur/);
  });
});
