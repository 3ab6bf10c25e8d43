import { describe, expect, it } from 'vitest';
import { distinguishEnvois } from './distinction-envois';
import { envoiAutomatiqueSchema } from './envoi-automatique';

const NOMS = { aaa: 'Atelier', ddd: 'Diagnostic' };

const ligne = (documentId: string, criteres: object = {}, suite: object = {}) => ({
  documentId,
  noms: NOMS,
  perimetre: null,
  regle: envoiAutomatiqueSchema.parse({
    typeContact: 'email',
    modeleDocumentId: 'rappel',
    delai: -2,
    criteres,
    ...suite,
  }),
});

describe('Deux envois automatiques d’un même modèle et d’un même délai', () => {
  it('disent ce qui les distingue, et cela seul', () => {
    const distinctions = distinguishEnvois([
      ligne('1', { typesAction: ['ddd', 'aaa'], natures: ['Collective'] }),
      ligne('2', { natures: ['Collective'], presences: ['Présent'] }, { rattrapage: true }),
    ]);
    expect(distinctions.get('1')).toBe(
      'Type d’action : Atelier, Diagnostic ; Présence : toutes ; Rattrapage : non'
    );
    expect(distinctions.get('2')).toBe(
      'Type d’action : tous ; Présence : Présent ; Rattrapage : oui'
    );
  });

  it('par le périmètre aussi', () => {
    const distinctions = distinguishEnvois([
      ligne('1'),
      { ...ligne('2'), perimetre: 'antenne Arras' },
    ]);
    expect([...distinctions.values()]).toEqual(['Périmètre : tout', 'Périmètre : antenne Arras']);
  });

  it('que rien ne distingue le disent', () => {
    const distinctions = distinguishEnvois([
      ligne('1'),
      ligne('2'),
      ligne('3', { confirme: 'oui' }),
    ]);
    expect(distinctions.get('1')).toBe('Confirmé : oui ou non ; identique à un autre envoi');
    expect(distinctions.get('3')).toBe('Confirmé : oui');
  });

  it('ceux d’un autre modèle ou d’un autre délai ne disent rien', () => {
    const lignes = [
      ligne('1'),
      ligne('2', {}, { delai: 2 }),
      ligne('3', {}, { modeleDocumentId: 'x' }),
    ];
    expect(distinguishEnvois(lignes).size).toBe(0);
  });
});
