import { expect, it } from 'vitest';
import { phraseVus } from './filtres-vus';

const le = '2022-03-03T14:00:00.000Z';

it('des filtres gardés disent combien ils trouvaient, et combien maintenant', () => {
  expect(phraseVus({ le, nombre: 41 }, 43)).toBe(
    'Gardés le 03/03/2022 : 41 personnes alors, 43 personnes maintenant.'
  );
});

it('gardés par une version qui ne comptait pas, ils ne disent que maintenant', () => {
  expect(phraseVus({ le, nombre: null }, 1)).toBe('Gardés le 03/03/2022 : 1 personne maintenant.');
});
