import { describe, expect, it } from 'vitest';
import { TransportError } from '../../../../core/errors';
import { createChronoFictif } from '../../../../test/fakes/chrono-fictif';
import type { Issue } from '../ports/envois';
import { CODE_OPPOSITION } from '../ports/sms';
import { noteEchec, settleEchec } from './settle-echec';
import { createTransports } from './transports';

const NOW = new Date('2022-03-03T18:00:00Z');
const MINUTE = 60_000;
const envoi = (tentatives = 0) => ({ id: 7, tentatives, adresse: 'jack@exemple.fr' });
const SIENNE = { sienne: true, retourMs: 0 };
const settle = (erreur: unknown, tentatives = 0, verdict = SIENNE) =>
  settleEchec({ erreur, verdict }, envoi(tentatives), NOW);
/** In minutes from now; null: it does not come back. */
const retour = (issue: Issue): number | null =>
  issue.statut === 'programme' && issue.disponibleLe !== null
    ? (issue.disponibleLe.getTime() - NOW.getTime()) / MINUTE
    : null;

describe('ce que devient une remise qui échoue', () => {
  it('un refus est un échec, avec sa raison et l’adresse refusée', () => {
    const refus = new TransportError('refuse', 'Le serveur a refusé le message : 550 inconnu');
    expect(settle(refus)).toEqual({
      statut: 'echec',
      id: 7,
      motif: 'refuse',
      detail: 'Le serveur a refusé le message : 550 inconnu',
      adresse: 'jack@exemple.fr',
    });
  });

  it('ce qu’un refus dit de l’adresse suit l’échec', () => {
    const retour = { raison: 'boite_inexistante', par: '', code: '5.1.1' } as const;
    expect(settle(new TransportError('refuse', '550 inconnu', { retour }))).toMatchObject({
      ...{ statut: 'echec', retour },
    });
  });

  it('un STOP chez l’opérateur est une opposition', () => {
    const stop = new TransportError('refuse', 'STOP', { code: CODE_OPPOSITION });
    expect(settle(stop)).toMatchObject({ statut: 'echec', motif: 'opposition' });
  });

  it.each([
    ['un sort inconnu', new TransportError('incertain', 'Pas de réponse')],
    ['une erreur de programme', new TypeError('x is not a function')],
  ])('%s est incertain : jamais renvoyé en silence', (_, erreur) => {
    expect(settle(erreur)).toMatchObject({ statut: 'incertain' });
  });

  it('les mots d’une erreur de programme vont au journal, pas à l’écran', () => {
    expect(JSON.stringify(settle(new TypeError('x is not a function')))).not.toContain('function');
  });

  it.each<[string, TransportError]>([
    ['du compte', new TransportError('configuration', 'Mot de passe refusé')],
    ['du serveur', new TransportError('reessayer', 'Éteint', { portee: 'transport' })],
  ])(
    'une faute %s ne coûte aucun essai, même le dernier, et laisse passer les autres devant',
    (_, faute) => {
      const issue = settle(faute, 5, { sienne: false, retourMs: 90_000 });
      expect(issue).toMatchObject({ statut: 'programme', compte: false });
      expect(retour(issue)).toBe(1.5);
    }
  );

  it('un refus d’accès qui est celui de ce seul destinataire est un échec', () => {
    const refus = new TransportError('configuration', '554 Relay denied', { portee: 'douteuse' });
    expect(settle(refus)).toMatchObject({ statut: 'echec', motif: 'refuse' });
  });

  it('ce qui n’est pas passé pour lui seul se reprend 1, 15, 30, 60 puis 240 minutes plus tard au moins, puis s’abandonne', () => {
    const panne = new TransportError('reessayer', 'Boîte pleine');
    [1, 15, 30, 60, 240].forEach((minutes, essai) => {
      expect(retour(settle(panne, essai))).toBeGreaterThanOrEqual(minutes);
      expect(retour(settle(panne, essai))).toBeLessThanOrEqual(minutes * 1.5);
    });
    expect(settle(panne, 5)).toMatchObject({ statut: 'echec', motif: 'abandon' });
  });

  it('ceux qui échouent ensemble ne reviennent pas ensemble', () => {
    const erreur = new TransportError('reessayer', 'Boîte pleine');
    const retours = [1, 2, 3, 4, 5].map((id) =>
      retour(settleEchec({ erreur, verdict: SIENNE }, { ...envoi(), id }, NOW))
    );
    expect(new Set(retours).size).toBe(5);
  });

  it('le délai que demande le serveur est respecté', () => {
    const grise = new TransportError('reessayer', '451', { reessayerDansMs: 15 * MINUTE });
    expect(retour(settle(grise))).toBeGreaterThanOrEqual(15);
  });
});

describe('ce qu’en retient le transport', () => {
  const SANS_LIMITE = { parallele: 5, parSeconde: null, parHeure: null, partDuClic: 0 };
  const open = () => {
    const { mail } = createTransports(
      { mail: SANS_LIMITE, sms: SANS_LIMITE },
      createChronoFictif()
    );
    const erreurs: string[] = [];
    const note = (erreur: unknown, fois = 10): void => {
      const muet = { info: () => undefined, warn: () => undefined };
      const journal = { ...muet, error: (ligne: string) => void erreurs.push(ligne) };
      const remises = Array.from({ length: fois }, (_, i) => mail.begin(`e${String(i)}`));
      for (const remise of remises) noteEchec(erreur, { transport: mail, remise }, journal);
    };
    return { mail, erreurs, note };
  };

  it.each([
    ['un refus', new TransportError('refuse', '550')],
    ['une boîte pleine', new TransportError('reessayer', '452')],
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
    note(erreur, 1);
    expect(mail.isOuvert()).toBe(false);
    note(erreur, 5);
    expect(erreurs).toHaveLength(1);
  });

  it('un mot de passe refusé le suspend tout de suite', () => {
    const { mail, erreurs, note } = open();
    note(new TransportError('configuration', 'Mot de passe refusé'), 1);
    expect(mail.isOuvert()).toBe(false);
    expect(erreurs[0]).toContain('Mot de passe refusé');
  });
});
