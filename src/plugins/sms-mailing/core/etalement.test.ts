import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadEmails } from './etalement';

const ZONE = 'Europe/Paris';
const SOIR = new Date('2022-03-03T18:00:00Z');
const etaler = (messages: number, parHeure: number | null, avant = 0) =>
  spreadEmails({ messages, avant, parHeure }, SOIR, ZONE);

describe('« 340 ce soir, 60 demain » : ce que la limite d’e-mails par heure reporte', () => {
  it('de 19h à 21h, deux heures de messages partent ; le reste attend le matin', () => {
    expect(etaler(400, 170)).toEqual({ ceSoir: 340, ensuite: 60, parHeure: 170 });
  });

  it('ce qui attendait déjà ce soir-là passe avant', () => {
    expect(etaler(400, 170, 300)).toEqual({ ceSoir: 40, ensuite: 360, parHeure: 170 });
    expect(etaler(10, 100, 500)).toEqual({ ceSoir: 0, ensuite: 10, parHeure: 100 });
  });

  it('sans limite, ou sous elle, rien n’est reporté', () => {
    expect(etaler(100_000, null)).toBeNull();
    expect(etaler(340, 170)).toBeNull();
  });

  it('personne n’est perdu ni compté deux fois', () => {
    fc.assert(
      fc.property(
        fc.nat(5_000),
        fc.integer({ min: 1, max: 2_000 }),
        fc.nat(5_000),
        (n, h, avant) => {
          const etalement = etaler(n, h, avant);
          return etalement === null || etalement.ceSoir + etalement.ensuite === n;
        }
      )
    );
  });
});
