import { describe, expect, it } from 'vitest';
import { TransportError } from '../../../../core/errors';
import { createChronoFictif } from '../../../../test/fakes/chrono-fictif';
import { CODE_OPPOSITION } from '../ports/sms';
import { noteEchec, settleEchec } from './settle-echec';
import { createTransports } from './transports';

const NOW = new Date('2022-03-03T18:00:00Z');
const MINUTE = 60_000;
const envoi = (tentatives = 0) => ({ id: 7, tentatives, adresse: 'jack@exemple.fr' });
const dans = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);

describe('ce que devient une remise qui échoue', () => {
  it('un refus est un échec, avec sa raison et l’adresse refusée', () => {
    const refus = new TransportError('refuse', 'Le serveur a refusé le message : 550 inconnu');
    expect(settleEchec(refus, envoi(), NOW)).toEqual({
      statut: 'echec',
      id: 7,
      motif: 'refuse',
      detail: 'Le serveur a refusé le message : 550 inconnu',
      adresse: 'jack@exemple.fr',
    });
  });

  it('un STOP chez l’opérateur est une opposition', () => {
    const stop = new TransportError('refuse', 'STOP', { code: CODE_OPPOSITION });
    expect(settleEchec(stop, envoi(), NOW)).toMatchObject({ statut: 'echec', motif: 'opposition' });
  });

  it.each([
    ['un sort inconnu', new TransportError('incertain', 'Pas de réponse')],
    ['une erreur de programme', new TypeError('x is not a function')],
  ])('%s est incertain : jamais renvoyé en silence', (_, erreur) => {
    expect(settleEchec(erreur, envoi(), NOW)).toMatchObject({ statut: 'incertain' });
  });

  it('une faute du compte ne consomme aucune tentative et garde sa place dans la file', () => {
    const faute = new TransportError('configuration', 'Mot de passe refusé');
    expect(settleEchec(faute, envoi(), NOW)).toMatchObject({
      statut: 'programme',
      compte: false,
      disponibleLe: null,
    });
  });

  it('une panne passagère se reprend 1, 15, 30, 60 puis 240 minutes plus tard, puis s’abandonne', () => {
    const panne = new TransportError('reessayer', 'Serveur occupé');
    const reprises = [0, 1, 2, 3, 4].map((n) => settleEchec(panne, envoi(n), NOW));
    expect(reprises.map((issue) => 'disponibleLe' in issue && issue.disponibleLe)).toEqual(
      [1, 15, 30, 60, 240].map(dans)
    );
    expect(settleEchec(panne, envoi(5), NOW)).toMatchObject({ statut: 'echec', motif: 'abandon' });
  });

  it('le délai que demande le serveur est respecté', () => {
    const grise = new TransportError('reessayer', '451', { reessayerDansMs: 15 * MINUTE });
    expect(settleEchec(grise, envoi(), NOW)).toMatchObject({ disponibleLe: dans(15) });
  });
});

describe('ce qu’en retient le transport', () => {
  const SANS_LIMITE = { parallele: 5, parSeconde: null, parHeure: null };
  const open = () => {
    const { mail } = createTransports(
      { mail: SANS_LIMITE, sms: SANS_LIMITE },
      createChronoFictif()
    );
    const erreurs: string[] = [];
    const note = (erreur: unknown, fois = 10): void => {
      const muet = { info: () => undefined, warn: () => undefined };
      const journal = { ...muet, error: (ligne: string) => void erreurs.push(ligne) };
      for (let i = 0; i < fois; i += 1) noteEchec(erreur, mail, journal);
    };
    return { mail, erreurs, note };
  };

  it.each([
    ['un refus', new TransportError('refuse', '550')],
    ['une liste grise', new TransportError('reessayer', '451')],
  ])('%s ne dit rien du transport', (_, erreur) => {
    const { mail, note } = open();
    note(erreur);
    expect(mail.isOuvert()).toBe(true);
  });

  it.each([
    ['un serveur absent', new TransportError('reessayer', 'ECONNREFUSED', { portee: 'transport' })],
    ['un serveur qui ne conclut jamais', new TransportError('incertain', 'Pas de réponse')],
    ['une erreur de programme à chaque message', new TypeError('x')],
  ])('%s le suspend, et l’administrateur en est averti une fois', (_, erreur) => {
    const { mail, erreurs, note } = open();
    note(erreur, 9);
    expect(mail.isOuvert()).toBe(true);
    note(erreur, 5);
    expect(mail.isOuvert()).toBe(false);
    expect(erreurs).toHaveLength(1);
  });

  it('un mot de passe refusé le suspend tout de suite', () => {
    const { mail, erreurs, note } = open();
    note(new TransportError('configuration', 'Mot de passe refusé'), 1);
    expect(mail.isOuvert()).toBe(false);
    expect(erreurs[0]).toContain('Mot de passe refusé');
  });
});
