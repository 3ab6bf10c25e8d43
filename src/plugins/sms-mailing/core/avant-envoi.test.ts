import { describe, expect, it } from 'vitest';
import { avertissementHeureSms, phraseMessages } from './avant-envoi';

describe('Décision C11 : combien de messages partiront', () => {
  it.each([
    [[12], '12 messages'],
    [[1], '1 message'],
    [[0], '0 message'],
    [[12, 12, 12], '3 modèles × 12 personnes = 36 messages'],
    [[1, 1], '2 modèles × 1 personne = 2 messages'],
    [[12, 10], '2 modèles : 12 + 10 = 22 messages'],
  ])('%j se dit « %s »', (parModele, phrase) => {
    expect(phraseMessages(parModele)).toBe(phrase);
  });
});

describe('Décision B12 : un SMS immédiat à une heure malvenue', () => {
  const avertit = (instant: string) =>
    avertissementHeureSms(new Date(instant), { zone: 'Europe/Paris' });

  it('de 22h à 8h, l’auteur est averti, à la minute près', () => {
    expect(avertit('2022-03-03T20:59:59Z')).toBeNull();
    expect(avertit('2022-03-03T21:00:00Z')).toContain('Il est 22h00');
    expect(avertit('2022-03-03T06:59:59Z')).toContain('en pleine nuit');
    expect(avertit('2022-03-03T07:00:00Z')).toBeNull();
  });

  it('le dimanche et les jours fériés aussi', () => {
    expect(avertit('2022-03-06T12:00:00Z')).toContain('dimanche');
    expect(avertit('2022-05-26T12:00:00Z')).toContain('jour férié');
  });

  it('l’heure est celle de l’association', () => {
    expect(
      avertissementHeureSms(new Date('2022-03-03T12:00:00Z'), { zone: 'Pacific/Noumea' })
    ).toContain('Il est 23h00');
  });
});
