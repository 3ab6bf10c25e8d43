import { describe, expect, it } from 'vitest';
import { createChronoFictif } from '../../../../test/fakes/chrono-fictif';
import { alerteOf, createTransports } from './transports';

const MINUTE = 60_000;
const SANS_LIMITE = { parallele: 5, parSeconde: null, parHeure: null };

function createBanc() {
  const chrono = createChronoFictif();
  const transports = createTransports({ mail: SANS_LIMITE, sms: SANS_LIMITE }, chrono);
  const panne = (nombre: number): void => {
    for (let i = 0; i < nombre; i += 1) transports.mail.fail('Serveur muet.');
  };
  return { chrono, transports, mail: transports.mail, panne };
}

describe('un transport', () => {
  it('un message qui échoue n’arrête pas les autres, tant que d’autres partent', () => {
    const { mail, panne } = createBanc();
    for (let i = 0; i < 10; i += 1) {
      panne(9);
      mail.succeed();
    }
    expect(mail.isOuvert()).toBe(true);
  });

  it('dix pannes de suite le suspendent une minute, avec sa raison ; l’autre continue', () => {
    const { chrono, transports, mail, panne } = createBanc();
    panne(10);
    expect(mail.isOuvert()).toBe(false);
    expect(transports.sms.isOuvert()).toBe(true);
    expect(alerteOf(transports)).toBe('Serveur muet.');
    chrono.advance(MINUTE);
    expect(mail.isOuvert()).toBe(true);
  });

  it('à la réouverture une seule panne suffit, et la pause double, jusqu’à une demi-heure', () => {
    const { chrono, mail, panne } = createBanc();
    panne(10);
    for (const minutes of [1, 2, 4, 8, 16, 30, 30]) {
      chrono.advance(minutes * MINUTE - 1);
      expect(mail.isOuvert()).toBe(false);
      chrono.advance(1);
      expect(mail.isOuvert()).toBe(true);
      panne(1);
    }
  });

  it('les pannes de ce qui était déjà en route n’allongent pas la pause', () => {
    const { chrono, mail, panne } = createBanc();
    panne(40);
    chrono.advance(MINUTE);
    expect(mail.isOuvert()).toBe(true);
  });

  it('un envoi réussi efface l’alerte et les pannes', () => {
    const { chrono, transports, mail, panne } = createBanc();
    panne(10);
    chrono.advance(MINUTE);
    mail.succeed();
    panne(9);
    expect(mail.isOuvert()).toBe(true);
    expect(alerteOf(transports)).toBeNull();
  });
});
