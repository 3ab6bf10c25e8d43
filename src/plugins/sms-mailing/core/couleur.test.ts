import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contraste, couleurSchema, encreSur } from './couleur';

it('ce qui est écrit sur la couleur de l’association se lit, quelle qu’elle soit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (rvb) => {
      const couleur = `#${rvb.toString(16).padStart(6, '0')}`;
      // Between white and nearly black, no colour is worse than this.
      expect(contraste(couleur, encreSur(couleur))).toBeGreaterThanOrEqual(3.9);
    })
  );
  expect([encreSur('#1d4f91'), encreSur('#ffd400')]).toEqual(['#ffffff', '#12181f']);
});

it.each(['rouge', '#fff', 'url(https://x)', '#1d4f91;}', '#1D4F9'])(
  '%s n’est pas une couleur',
  (texte) => {
    expect(couleurSchema.safeParse(texte).success).toBe(false);
  }
);

it('sans choix, c’est un bleu sur lequel le blanc se lit', () => {
  expect(contraste(couleurSchema.parse(undefined), '#ffffff')).toBeGreaterThan(4.5);
});
