import { describe, expect, it } from 'vitest';
import { MOTIFS_EXCLUSION, PHRASES_MOTIF, phraseMotif } from './motif';

describe('les motifs d’exclusion', () => {
  it.each(MOTIFS_EXCLUSION)('%s se dit en une phrase complète, unique et qui aide', (motif) => {
    const phrase = PHRASES_MOTIF[motif];
    expect(phrase).toMatch(/^[A-ZÀÉ].{20,}[.]$/);
    expect(phrase).not.toContain("'");
    expect(Object.values(PHRASES_MOTIF).filter((autre) => autre === phrase)).toHaveLength(1);
  });

  it('la case SMS est nommée comme à l’écran du guide', () => {
    expect(phraseMotif('sms_non_accepte')).toBe(
      'La case « Accepte d’être contacté par SMS » n’est pas cochée dans les coordonnées de la fiche.'
    );
  });

  it('un motif inconnu de cette version reste lisible', () => {
    expect(phraseMotif('motif_de_demain')).toBe('motif_de_demain');
    expect(phraseMotif('toString')).toBe('toString');
  });
});
