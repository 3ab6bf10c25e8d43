import { describe, expect, it } from 'vitest';
import { createChronoFictif } from '../../../../test/fakes/chrono-fictif';
import { alerteOf, createTransports } from './transports';

const MINUTE = 60_000;
const SANS_LIMITE = { parallele: 5, parSeconde: null, parHeure: null, partDuClic: 0 };
const LECTURE = { date: new Date('2022-03-03T18:00:00Z'), zone: 'Europe/Paris' };
const { signal } = new AbortController();

function createBanc(parSeconde: number | null = null) {
  const chrono = createChronoFictif();
  const reglages = { ...SANS_LIMITE, parSeconde };
  const transports = createTransports({ mail: reglages, sms: SANS_LIMITE }, chrono);
  const panne = (nombre: number): void => {
    const remises = Array.from({ length: nombre }, (_, i) =>
      transports.mail.begin(`e${String(i)}`)
    );
    remises.forEach((remise) => remise.note({ genre: 'panne' }, 'Serveur muet.'));
  };
  return { chrono, transports, mail: transports.mail, panne };
}

describe('un transport', () => {
  it('un message qui échoue n’arrête pas les autres, tant que d’autres partent', () => {
    const { mail, panne } = createBanc();
    for (let i = 0; i < 10; i += 1) {
      panne(9);
      mail.begin('passe').note({ genre: 'parti' }, '');
    }
    expect(mail.isOuvert()).toBe(true);
  });

  it('dix pannes de suite le suspendent une minute, avec sa raison et l’heure du nouvel essai ; l’autre continue', () => {
    const { chrono, transports, mail, panne } = createBanc();
    panne(10);
    expect(mail.isOuvert()).toBe(false);
    expect(transports.sms.isOuvert()).toBe(true);
    expect(alerteOf(transports, LECTURE)).toBe(
      'Serveur muet. Rien n’est perdu : nouvel essai à 19h01.'
    );
    chrono.advance(MINUTE);
    expect(mail.isOuvert()).toBe(true);
  });

  it('à la réouverture un seul message part, et la pause double s’il échoue, jusqu’à une demi-heure', async () => {
    const { chrono, mail, panne } = createBanc();
    panne(10);
    for (const minutes of [1, 2, 4, 8, 16, 30, 30]) {
      chrono.advance(minutes * MINUTE - 1);
      expect(mail.isOuvert()).toBe(false);
      chrono.advance(1);
      expect(await mail.admit(20, signal)).toBe(1);
      const sonde = mail.begin('sonde');
      expect(mail.begin('autre').isPermise()).toBe(false);
      expect(mail.isOuvert()).toBe(false);
      sonde.note({ genre: 'panne' }, 'Serveur muet.');
    }
  });

  it('la sonde rendue sans avoir été remise laisse sa place à une autre', () => {
    const { chrono, mail, panne } = createBanc();
    panne(10);
    chrono.advance(MINUTE);
    mail.begin('sonde').giveBack();
    expect(mail.isOuvert()).toBe(true);
    expect(mail.sonde).toBe('attendue');
  });

  it('qui attend la réponse de la sonde est réveillé par elle', async () => {
    const { chrono, mail, panne } = createBanc();
    panne(10);
    chrono.advance(MINUTE);
    const sonde = mail.begin('sonde');
    const attente = mail.settled().then(() => mail.isOuvert());
    sonde.note({ genre: 'parti' }, '');
    expect(await attente).toBe(true);
  });

  it('sous d’autres réglages il est essayé aussitôt, d’un seul message, et l’alerte reste jusqu’à ce qu’il passe', () => {
    const { transports, mail } = createBanc();
    mail.begin('refuse').note({ genre: 'compte' }, 'Mot de passe refusé.');
    expect(mail.isOuvert()).toBe(false);
    mail.retune({ parSeconde: null, parHeure: null, partDuClic: 0 });
    expect(mail.isOuvert()).toBe(true);
    const sonde = mail.begin('sonde');
    expect(mail.begin('autre').isPermise()).toBe(false);
    expect(alerteOf(transports, LECTURE)).toBe(
      'Mot de passe refusé. Rien n’est perdu : un nouvel essai est en cours.'
    );
    sonde.note({ genre: 'parti' }, '');
    expect(alerteOf(transports, LECTURE)).toBeNull();
  });

  it('ce qui était en route n’a plus le droit de commencer', () => {
    const { mail, panne } = createBanc();
    const enRoute = mail.begin('en-route');
    expect(enRoute.isPermise()).toBe(true);
    panne(10);
    expect(enRoute.isPermise()).toBe(false);
  });

  it('un envoi réussi efface l’alerte et les pannes', () => {
    const { chrono, transports, mail, panne } = createBanc();
    panne(10);
    chrono.advance(MINUTE);
    mail.begin('sonde').note({ genre: 'parti' }, '');
    panne(9);
    expect(mail.isOuvert()).toBe(true);
    expect(alerteOf(transports, LECTURE)).toBeNull();
  });

  it('limité, il ne prend ensemble que ce qui part en un dixième de seconde', async () => {
    const { chrono, mail } = createBanc(50);
    expect([await mail.admit(20, signal), await mail.admit(20, signal)]).toEqual([5, 5]);
    expect(chrono.elapsed()).toBe(100);
  });

  it('dit le rythme du serveur et quand ce sera fini, et rien quand plus rien n’attend', () => {
    const { chrono, transports, mail } = createBanc();
    for (let i = 0; i < 10; i += 1) mail.begin(`p${String(i)}`).note({ genre: 'parti' }, '');
    mail.begin('trop').note({ genre: 'rythme', dansMs: MINUTE / 2 }, 'Trop vite.');
    chrono.advance(MINUTE / 2);
    mail.begin('sonde').note({ genre: 'parti' }, '');
    expect(mail.parMinute).toBe(9);
    mail.noteRestants(90);
    expect(alerteOf(transports, LECTURE)).toBe(
      'Trop vite. Il en part environ 9 par minute : les 90 en attente seront partis vers 19h10.'
    );
    mail.noteRestants(1);
    expect(alerteOf(transports, LECTURE)).toContain(': le dernier sera parti vers 19h00.');
    mail.noteRestants(0);
    expect(alerteOf(transports, LECTURE)).toBeNull();
  });
});
