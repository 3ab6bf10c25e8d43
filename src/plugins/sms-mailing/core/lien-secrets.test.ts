import { describe, expect, it } from 'vitest';
import { compteSmsSchema } from './compte-sms';
import { describeLienSecrets } from './lien-secrets';

const OVH = { fournisseur: 'ovh-http2sms', compte: 'sms-bg1-1', login: 'bge' };
const PASSERELLE = {
  url: 'https://sms.bge.example/envoyer',
  entetes: { Authorization: 'Bearer {motDePasse}' },
  champs: { to: '{vers}', text: '{texte}' },
  solde: { url: 'https://sms.bge.example/solde', chemin: 'reste' },
};
const GENERIQUE = { ...OVH, fournisseur: 'http-generic', passerelle: PASSERELLE };
const lienDe = (saisie: object, urlBase = ''): string =>
  describeLienSecrets(compteSmsSchema.parse(saisie), urlBase);
const avec = (passerelle: object) => ({
  ...GENERIQUE,
  passerelle: { ...PASSERELLE, ...passerelle },
});

describe('un secret enregistré appartient à un compte, chez un opérateur, à une adresse', () => {
  it.each<[string, object, object]>([
    ['le fournisseur', OVH, { ...OVH, fournisseur: 'twilio' }],
    ['le fournisseur, vers une autre passerelle', OVH, GENERIQUE],
    ['le compte', OVH, { ...OVH, compte: 'sms-bg2-1' }],
    ['le login', OVH, { ...OVH, login: 'autre' }],
    ['le serveur', GENERIQUE, avec({ url: 'https://ailleurs.example/envoyer' })],
    ['le port', GENERIQUE, avec({ url: 'https://sms.bge.example:8443/envoyer' })],
    ['le schéma', GENERIQUE, avec({ url: 'http://localhost/envoyer' })],
    [
      'le serveur du solde',
      GENERIQUE,
      avec({ solde: { ...PASSERELLE.solde, url: 'https://ailleurs.example/' } }),
    ],
    ['la place, en-tête', GENERIQUE, avec({ entetes: { 'X-Cle': '{motDePasse}' } })],
    [
      'la place, jusque dans le texte du SMS',
      GENERIQUE,
      avec({ champs: { text: '{motDePasse}' } }),
    ],
    [
      'la place, dans un corps de texte',
      GENERIQUE,
      avec({ corps: 'texte', gabarit: '{texte} {motDePasse}' }),
    ],
  ])('%s change : il est à saisir de nouveau', (_quoi, avant, apres) => {
    expect(lienDe(avant)).not.toBe(lienDe(apres));
  });

  it('l’adresse que l’installation met à la place de celle de l’opérateur compte aussi', () => {
    expect(lienDe(OVH, 'http://127.0.0.1:4010')).not.toBe(lienDe(OVH));
    expect(lienDe({ ...OVH, fournisseur: 'twilio' }, 'http://127.0.0.1:4010')).not.toBe(
      lienDe({ ...OVH, fournisseur: 'twilio' })
    );
  });

  it.each<[string, object, object]>([
    ['l’expéditeur', OVH, { ...OVH, expediteur: 'BGE' }],
    ['un autre chemin du même serveur', GENERIQUE, avec({ url: 'https://sms.bge.example/v2/sms' })],
    ['un champ qui ne porte pas le secret', GENERIQUE, avec({ champs: { dest: '{vers}' } })],
    ['le port par défaut, écrit', GENERIQUE, avec({ url: 'https://sms.bge.example:443/envoyer' })],
  ])('%s change : il reste', (_quoi, avant, apres) => {
    expect(lienDe(avant)).toBe(lienDe(apres));
  });
});
