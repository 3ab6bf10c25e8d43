import { expect, it } from 'vitest';
import { sayEcart } from './ecart-horloge';

it.each([0, 30_000, -30_000])('à %i ms l’une de l’autre, deux horloges s’accordent', (ecart) => {
  expect(sayEcart(ecart)).toBeNull();
});

it.each([
  [45_000, '45 s d’avance'],
  [-45_000, '45 s de retard'],
  [-7_200_000, '120 min de retard'],
])('à %i ms, l’alerte dit « %s » et que rien ne part d’ici', (ecart, dit) => {
  expect(sayEcart(ecart)).toContain(`L’horloge de ce serveur a ${dit} sur celle`);
  expect(sayEcart(ecart)).toContain('rien n’est programmé ni envoyé d’ici');
});
