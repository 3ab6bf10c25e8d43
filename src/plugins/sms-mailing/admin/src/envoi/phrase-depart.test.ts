import { expect, it } from 'vitest';
import { accordeDepart, phraseProgrammes } from './phrase-depart';

const CE_SOIR = 'Partira ce soir à 19h00';

it('ce qui est programmé part au singulier ou au pluriel', () => {
  expect(phraseProgrammes(503, CE_SOIR)).toBe(
    '503 envois programmés : ils partiront ce soir à 19h00.'
  );
  expect(phraseProgrammes(1, CE_SOIR)).toBe('1 envoi programmé : il partira ce soir à 19h00.');
  expect(phraseProgrammes(0, CE_SOIR)).toBe('Aucun envoi n’est programmé.');
});

it('la phrase d’un départ s’accorde avec ce qui part, et une autre phrase reste ce qu’elle est', () => {
  expect([0, 1, 2].map((nombre) => accordeDepart(CE_SOIR, nombre))).toEqual([
    CE_SOIR,
    CE_SOIR,
    'Partiront ce soir à 19h00',
  ]);
  const retenu = 'Retenu tant que l’envoi du soir est suspendu';
  expect(accordeDepart(retenu, 2)).toBe(retenu);
});
