import { describe, expect, it } from 'vitest';
import { judgeNouvelle, phraseCorrection, toCorrection } from './corrige';

const EMAILS = [
  { id: 4, adresse: 'julie@ancien.test', reference: true, accepte: true, etat: 'valide' },
  { id: 5, adresse: 'julie@autre.test', reference: false, accepte: false },
];
const SAISIE = { adresse: ' Julie@Neuf.test ', accepte: false };

describe('Une adresse se corrige en place', () => {
  it('seule celle qui est revenue change, avec sa case et sa référence', () => {
    const ligne = { typeDestinataire: 'entrepreneur', composantId: 4 } as const;
    expect(toCorrection(ligne, { emails: EMAILS }, SAISIE)).toEqual({
      emails: [
        { id: 4, adresse: 'Julie@Neuf.test', reference: true, accepte: true },
        { id: 5, adresse: 'julie@autre.test', reference: false, accepte: false },
      ],
    });
  });

  it('rien ne s’écrit quand elle n’est plus sur la fiche', () => {
    const ligne = { typeDestinataire: 'entrepreneur', composantId: 9 } as const;
    expect(toCorrection(ligne, { emails: EMAILS }, SAISIE)).toBeNull();
  });

  it('une première adresse n’est acceptée que si la personne l’a dit', () => {
    const ligne = { typeDestinataire: 'entrepreneur', composantId: null } as const;
    expect(toCorrection(ligne, { emails: [] }, SAISIE)).toEqual({
      emails: [{ adresse: 'Julie@Neuf.test', reference: true, accepte: false }],
    });
  });

  it('un contact n’a qu’un courriel pro', () => {
    const ligne = { typeDestinataire: 'contact_individuel', composantId: null } as const;
    expect(toCorrection(ligne, {}, SAISIE)).toEqual({ courrielPro: 'Julie@Neuf.test' });
  });

  it.each([
    ['julie', /n’est pas une adresse/],
    ['nn@noemail.com', /remplissage/],
    ['JULIE@ancien.test', /l’adresse à remplacer/],
  ])('« %s » est refusée', (saisie, phrase) => {
    expect(judgeNouvelle(saisie, 'julie@ancien.test')).toMatch(phrase);
  });

  it('une autre adresse est acceptée, et dit ce qui y partira', () => {
    expect(judgeNouvelle('julie@neuf.test', 'julie@ancien.test')).toBeNull();
    expect(phraseCorrection({ programmes: 2 })).toContain('les 2 messages déjà programmés');
  });
});
