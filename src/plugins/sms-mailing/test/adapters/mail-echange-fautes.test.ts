import { afterEach, describe, expect, it } from 'vitest';
import {
  enveloppe,
  GROS,
  openBancEchange,
  partis,
  PATIENCE_MS,
  type BancEchange,
} from '../fakes/mail-banc-echange';
import { COUPURE, SILENCE } from '../fakes/mail-serveur-scenario';

describe('l’échange SMTP', () => {
  let banc: BancEchange;
  afterEach(() => banc.close());

  it('sans PIPELINING, envoie une commande à la fois', async () => {
    banc = await openBancEchange({
      extensions: ['SIZE 52428800'],
      repond: (_, { groupe }) => (groupe ? '503 Slow down' : undefined),
    });
    expect(await banc.sendAll(5)).toEqual(partis(5));
  });

  it('un réglage l’arrête : une commande à la fois, même s’il est annoncé', async () => {
    banc = await openBancEchange(
      { repond: (_, { groupe }) => (groupe ? '503 Slow down' : undefined) },
      { pipelining: false }
    );
    expect(await banc.sendAll(5)).toEqual(partis(5));
    expect(banc.lignes).toEqual([]);
  });

  it('une commande à la fois, un expéditeur accepté puis un destinataire refusé : RSET, puis le suivant', async () => {
    banc = await openBancEchange(
      {
        repond: (moment, { ligne }) =>
          moment === 'RCPT' && ligne.includes('p1') ? '550 5.1.1 Unknown' : undefined,
      },
      { pipelining: false }
    );
    expect(await banc.sendAll(2)).toEqual(['refuse', 'parti']);
    expect(banc.commandes()).toEqual([...enveloppe(1).slice(0, 2), 'RSET', ...enveloppe(2)]);
  });

  describe.each([
    ['avec PIPELINING', true],
    ['une commande à la fois', false],
  ])('%s, la règle du point final', (_, pipelining) => {
    it('une réponse au milieu du contenu arrête l’écriture : refusé, et rien n’est reçu', async () => {
      let dite = false;
      banc = await openBancEchange(
        {
          pendant: (socket) => {
            if (!dite) socket.write('552 5.3.4 Too big\r\n');
            dite = true;
          },
        },
        { pipelining }
      );
      expect(await banc.sendAll(1, GROS)).toEqual(['refuse']);
      expect(banc.serveur.recus).toHaveLength(0);
    });

    it('une réponse au milieu du contenu, puis une coupure nette : la réponse est lue avant la coupure', async () => {
      banc = await openBancEchange(
        {
          pendant: (socket) => {
            if (socket.destroyed || socket.writableEnded) return;
            socket.pause();
            socket.end('552 5.3.4 Too big\r\n', () => socket.resetAndDestroy());
          },
        },
        { pipelining }
      );
      expect(await banc.sendAll(1, GROS)).toEqual(['refuse']);
    });

    it('une fenêtre qui reste pleine avant la fin du contenu laisse réessayer', async () => {
      banc = await openBancEchange(
        { pendant: (socket) => socket.pause() },
        { pipelining, attenteMs: PATIENCE_MS }
      );
      expect(await banc.sendAll(1, GROS)).toEqual(['reessayer']);
      expect(banc.serveur.recus).toHaveLength(0);
    });

    it.each([
      ['une coupure', COUPURE],
      ['un silence', SILENCE],
      ['une réponse illisible', 'hein ?'],
      ['un 354', '354 encore'],
    ] as const)(
      '%s après le point final est incertain, et seul ce message l’est',
      async (__, reponse) => {
        banc = await openBancEchange(
          {
            repond: (moment, { rang, connexion }) =>
              moment === 'point' && rang === 2 && connexion === 1 ? reponse : undefined,
          },
          { pipelining, attentePointMs: PATIENCE_MS }
        );
        expect(await banc.sendAll(4)).toEqual(['parti', 'incertain', 'parti', 'parti']);
        expect(banc.recus()).toEqual(['p1', 'p2', 'p3', 'p4']);
      }
    );

    it('une réponse qui s’égrène sans finir ne retient rien au-delà de l’échéance', async () => {
      const minuteurs: NodeJS.Timeout[] = [];
      banc = await openBancEchange(
        {
          repond: (moment) => (moment === 'point' ? '250-' : undefined),
          ecrit: (socket, texte) => {
            if (texte !== '250-\r\n') socket.write(texte);
            else minuteurs.push(setInterval(() => socket.write('250-encore\r\n'), 50));
          },
        },
        { pipelining, attentePointMs: PATIENCE_MS }
      );
      expect(await banc.sendAll(1)).toEqual(['incertain']);
      minuteurs.forEach(clearInterval);
    });

    it.each([
      ['octet par octet', (texte: string) => [...texte]],
      [
        'sur plusieurs lignes',
        (texte: string) => [texte.replace(/^(25\d|354) (.*)\r\n/, '$1-suite\r\n$1 $2\r\n')],
      ],
    ])('des réponses %s se lisent comme les autres', async (__, coupe) => {
      banc = await openBancEchange(
        {
          ecrit: (socket, texte) => {
            socket.setNoDelay(true);
            for (const bout of coupe(texte)) socket.write(bout);
          },
        },
        { pipelining }
      );
      expect(await banc.sendAll(5)).toEqual(partis(5));
    });

    it('un serveur qui ne répond pas à chaque commande ne reçoit rien de travers', async () => {
      banc = await openBancEchange(
        { repond: (moment) => (moment === 'RCPT' ? SILENCE : undefined) },
        { pipelining, attenteMs: PATIENCE_MS }
      );
      expect(await banc.sendAll(1)).toEqual(['reessayer']);
      expect(banc.serveur.recus).toHaveLength(0);
    });

    it.each(['MAIL', 'RCPT', 'DATA'] as const)(
      'une coupure à %s ne coûte rien à qui suit',
      async (place) => {
        banc = await openBancEchange(
          {
            repond: (moment, { rang, connexion }) =>
              moment === place && rang === 2 && connexion === 1 ? COUPURE : undefined,
          },
          { pipelining }
        );
        expect(await banc.sendAll(4)).toEqual(partis(4));
        expect(banc.recus()).toEqual(['p1', 'p2', 'p3', 'p4']);
      }
    );
  });
});
