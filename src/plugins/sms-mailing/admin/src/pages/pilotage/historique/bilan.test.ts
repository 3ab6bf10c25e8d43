import { describe, expect, it } from 'vitest';
import { partFaite, phraseBilan, phrasePersonnes } from './bilan';

const RIEN = {
  ...{ programmes: 0, enCours: 0, envoyes: 0, echecs: 0 },
  ...{ incertains: 0, exclus: 0, annules: 0 },
};

describe('Guide §7.c : où en est une campagne', () => {
  it('dit ce qui est parti, ce qui a échoué, et les exclus à part', () => {
    expect(phraseBilan({ ...RIEN, envoyes: 578, echecs: 22, incertains: 3, exclus: 3 })).toBe(
      'Envoyé 578/603, 22 échecs, 3 peut-être reçus, 3 exclus'
    );
  });

  it('annulée avant de partir, elle ne dit rien d’envoyé', () => {
    expect(phraseBilan({ ...RIEN, annules: 12 })).toBe('12 annulés');
    expect(phraseBilan({ ...RIEN, programmes: 1 })).toBe('Envoyé 0/1, 1 programmé');
  });

  it('les personnes d’un envoi se comptent en qui le reçoit et qui ne le reçoit pas', () => {
    expect(phrasePersonnes({ ...RIEN, envoyes: 1, exclus: 1 })).toBe('1 envoi, 1 exclue');
    expect(phrasePersonnes({ ...RIEN, programmes: 1, echecs: 1, exclus: 2, annules: 1 })).toBe(
      '2 envois, 2 exclues, 1 annulé'
    );
    expect(phrasePersonnes({ ...RIEN, exclus: 1 })).toBe('1 exclue');
  });

  it('avance avec ce qui a une issue', () => {
    expect(partFaite({ ...RIEN, programmes: 2, enCours: 1, envoyes: 1 })).toBe(0.25);
    expect(partFaite(RIEN)).toBe(0);
  });
});
