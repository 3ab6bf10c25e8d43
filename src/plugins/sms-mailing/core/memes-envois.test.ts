import { describe, expect, it } from 'vitest';
import { envoiAutomatiqueSchema } from './envoi-automatique';
import { canMeet, type Porte } from './memes-envois';
import { perimetreParmi, TOUT } from './perimetre';

const rappel = (criteres: object = {}, suite: Partial<Porte> = {}, delai = -2): Porte => ({
  regle: envoiAutomatiqueSchema.parse({
    typeContact: 'email',
    modeleDocumentId: 'k3v9x2m4q8z1c5b7n6w0a3s4',
    delai,
    criteres,
  }),
  perimetre: TOUT,
  ...suite,
});
const antenne = (...antenneIds: number[]): Partial<Porte> => ({
  perimetre: perimetreParmi({ antenneIds }),
});

describe('deux envois automatiques peuvent atteindre la même personne le même soir', () => {
  it('avec le même délai, quand rien ne les sépare', () => {
    expect(canMeet(rappel(), rappel())).toBe(true);
    expect(canMeet(rappel({ natures: ['Collective'] }), rappel())).toBe(true);
    expect(canMeet(rappel({ confirme: 'oui' }), rappel({ confirme: 'indifferent' }))).toBe(true);
    expect(
      canMeet(
        rappel({ presences: ['Absent', 'Présent'] }),
        rappel({ presences: ['Présent'], natures: ['Collective'] })
      )
    ).toBe(true);
  });

  it.each([
    ['un autre délai', rappel({}, {}, -3)],
    ['une autre nature', rappel({ natures: ['Individuelle'] })],
    ['une autre ODS', rappel({ ods: ['b'] })],
    ['une autre présence', rappel({ presences: ['Absent'] })],
    ['une confirmation contraire', rappel({ confirme: 'non' })],
    ['une autre antenne', rappel({}, antenne(2))],
  ])('pas avec %s', (_, autre) => {
    const criteres = {
      natures: ['Collective'],
      ods: ['a'],
      presences: ['Présent'],
      confirme: 'oui',
    };
    expect(canMeet(rappel(criteres, antenne(1)), autre)).toBe(false);
    expect(canMeet(autre, rappel(criteres, antenne(1)))).toBe(false);
  });

  it('une antenne en commun suffit ; d’une équipe, on ne sait pas', () => {
    expect(canMeet(rappel({}, antenne(1, 2)), rappel({}, antenne(2, 3)))).toBe(true);
    const equipe = { perimetre: perimetreParmi({ equipeIds: [1] }) };
    expect(canMeet(rappel({}, antenne(1)), rappel({}, equipe))).toBe(true);
  });
});
