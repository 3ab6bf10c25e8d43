import { expect, it } from 'vitest';
import { deriveCle } from './cles';

it('chaque usage a sa clé, la même à chaque lecture', () => {
  const suivi = deriveCle('maitre', 'suivi');
  expect(suivi).toHaveLength(32);
  expect(deriveCle('maitre', 'suivi')).toEqual(suivi);
  expect(deriveCle('maitre', 'desinscription')).not.toEqual(suivi);
  expect(deriveCle('autre', 'suivi')).not.toEqual(suivi);
});

it('une clé ne change pas d’une version à l’autre du module', () => {
  expect(deriveCle('maitre', 'coordonnees').toString('hex')).toBe('e537f1d142a71b7748dfbf1efd0c9b7e081e92a14ecf078ee4f725100851d91e');
});
