import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TransportError } from '../../core/errors';
import { createMailSenderSmtp } from '../../server/src/adapters/mail/smtp';
import { createBattement } from '../../server/src/services/livrer/battement';
import type { Depart, MailSender } from '../../server/src/services/ports/mail';
import { createChronoFictif } from '../fakes/chrono-fictif';
import { createMessage } from '../fakes/mail-messages';
import {
  SILENCE,
  startServeurScenario,
  type Scenario,
  type ServeurScenario,
} from '../fakes/mail-serveur-scenario';

const BAIL_MS = 30_000;

describe('ce qui est demandé juste avant le premier octet', () => {
  let serveur: ServeurScenario;
  let sender: MailSender;
  let surAppel: Scenario['repond'];
  const depart = (partiel: Partial<Depart> = {}): Depart => ({
    isPermis: () => true,
    enAvance: true,
    prioritaire: false,
    signal: null,
    ...partiel,
  });
  const message = (i: number) =>
    createMessage({
      cle: `e${String(i)}`,
      destinataire: { nom: '', adresse: `p${String(i)}@bge.example` },
    });
  const recus = () => serveur.recus.map(({ vers }) => vers);
  const open = (options: Record<string, unknown> = {}) => {
    sender = createMailSenderSmtp({
      host: '127.0.0.1',
      port: serveur.port,
      ignoreTLS: true,
      maxConnections: 1,
      ...options,
    });
  };
  beforeEach(async () => {
    surAppel = undefined;
    serveur = await startServeurScenario({ repond: (...appel) => surAppel?.(...appel) });
    open();
  });
  afterEach(async () => {
    await sender.close();
    await serveur.close();
  });

  it.each([
    ['à sa première enveloppe', 1],
    ['à une enveloppe partie en avance', 2],
  ])(
    'un ouvrier gelé entre l’enveloppe et le contenu, %s, n’envoie rien une fois dégelé',
    async (_, rangGele) => {
      const chrono = createChronoFictif();
      const ouvriers = { beat: async () => undefined };
      const battement = createBattement(
        { ouvriers, chrono, bailMs: BAIL_MS, alerte: () => null },
        'o'
      );
      await battement.beat();
      surAppel = (moment, { rang }) => {
        if (moment === 'DATA' && rang === rangGele) chrono.advance(BAIL_MS);
        return undefined;
      };
      const issues = await Promise.all(
        [1, 2].map((i) => sender.send(message(i), depart({ isPermis: () => battement.isVivant() })))
      );
      expect(issues.filter((issue) => issue !== null)).toHaveLength(rangGele - 1);
      expect(recus()).toHaveLength(rangGele - 1);
      expect(serveur.commandes.filter((c) => c.startsWith('MAIL'))).toHaveLength(rangGele);
    }
  );

  it('rendu après un 354, il laisse le suivant partir par une autre connexion', async () => {
    let permis = true;
    surAppel = (moment, { rang, connexion }) => {
      permis = !(moment === 'DATA' && rang === 1 && connexion === 1);
      return undefined;
    };
    expect(await sender.send(message(1), depart({ isPermis: () => permis }))).toBeNull();
    expect(await sender.send(message(2), depart())).not.toBeNull();
    expect(recus()).toEqual(['p2@bge.example']);
  });

  it('un message qui ne part pas en avance attend la réponse au précédent', async () => {
    await Promise.all([1, 2, 3].map((i) => sender.send(message(i), depart({ enAvance: false }))));
    const lues = serveur.commandes
      .join(' ')
      .split('|')
      .filter((l) => l.includes('DATA'));
    expect(lues).toHaveLength(3);
    // the content of a message is read alone: nothing follows its final dot
    expect(serveur.commandes.filter((c) => c === '|').length).toBeGreaterThanOrEqual(7);
    expect(recus()).toHaveLength(3);
  });

  it('à l’arrêt, ce qui attend est rendu aussitôt et ce qui est remis garde sa réponse', async () => {
    const arret = new AbortController();
    const point = new Promise<void>((lu) => {
      surAppel = (moment, { rang }) => {
        if (moment !== 'point' || rang !== 1) return undefined;
        lu();
        return SILENCE;
      };
    });
    const envois = [1, 2, 3].map((i) => sender.send(message(i), depart({ signal: arret.signal })));
    await point;
    arret.abort();
    expect(await Promise.all(envois.slice(1))).toEqual([null, null]);
    const conclu = envois[0]!.then(
      () => 'parti',
      (erreur: unknown) => erreur
    );
    void serveur.close();
    // cut after its dot: nobody knows, and that is what is said
    expect(await conclu).toMatchObject({ issue: 'incertain' });
    expect(recus()).toEqual(['p1@bge.example']);
  });

  it('à l’arrêt, une connexion qui attend la réponse à une enveloppe se ferme aussitôt', async () => {
    const arret = new AbortController();
    const enveloppe = new Promise<void>((lue) => {
      surAppel = (moment) => {
        if (moment !== 'DATA') return undefined;
        lue();
        return SILENCE;
      };
    });
    const envoi = sender.send(message(1), depart({ signal: arret.signal }));
    await enveloppe;
    arret.abort();
    expect(await envoi).toBeNull();
    expect(recus()).toEqual([]);
  });

  it('« maxMessages » ferme la connexion après autant, sans enveloppe perdue', async () => {
    await sender.close();
    open({ maxMessages: 2 });
    await Promise.all([1, 2, 3, 4, 5].map((i) => sender.send(message(i))));
    expect(serveur.ouvertes()).toBe(3);
    expect(serveur.commandes.filter((c) => c.startsWith('MAIL'))).toHaveLength(5);
    expect(serveur.commandes.filter((c) => c === 'QUIT').length).toBeGreaterThanOrEqual(2);
  });

  it('« rateLimit » et « rateDelta » retiennent la suite, sans enveloppe en avance', async () => {
    await sender.close();
    open({ rateLimit: 2, rateDelta: 500 });
    const debut = performance.now();
    await Promise.all([1, 2, 3, 4, 5].map((i) => sender.send(message(i))));
    expect(performance.now() - debut).toBeGreaterThanOrEqual(1_000);
    expect(recus()).toHaveLength(5);
  });

  it('« idleTimeout » ferme une connexion au repos, et le message suivant en ouvre une autre', async () => {
    await sender.close();
    open({ idleTimeout: 100 });
    await sender.send(message(1));
    await expect.poll(() => serveur.commandes.includes('QUIT')).toBe(true);
    await sender.send(message(2));
    expect(serveur.ouvertes()).toBe(2);
  });

  it('la vérification parle au serveur comme le ferait un message, et n’envoie rien', async () => {
    await sender.verify?.();
    const lues = () => serveur.commandes.filter((c) => c !== '|').map((c) => c.slice(0, 4));
    await expect.poll(lues).toEqual(['EHLO', 'NOOP', 'QUIT']);
    surAppel = (moment) => (moment === 'NOOP' ? '421 4.7.0 Not now' : undefined);
    await expect(sender.verify?.()).rejects.toBeInstanceOf(TransportError);
  });
});
