import { expect, it } from 'vitest';
import { completeAdresse } from './adresse-lien';

it.each([
  ['https://bge.fr/x', 'https://bge.fr/x'],
  ['www.bge.fr', 'https://www.bge.fr'],
  ['bge.fr/ateliers?x=1', 'https://bge.fr/ateliers?x=1'],
  ['contact@bge.fr', 'mailto:contact@bge.fr'],
  ['03 20 00 00 00', 'tel:0320000000'],
  [' ${action_lien_visio} ', '${action_lien_visio}'],
  ['javascript:alert(1)', null],
  ['bonjour', null],
  ['', null],
  ['x${action_lien_visio}', null],
])('l’adresse « %s » donne le lien %s', (saisie, attendu) => {
  expect(completeAdresse(saisie)).toBe(attendu);
});
