import { afterEach, describe, expect, it } from 'vitest';
import {
  enveloppe,
  messageNumero,
  openBancEchange,
  partis,
  PATIENCE_MS,
  type BancEchange,
} from '../fakes/mail-banc-echange';
import { COUPURE, SILENCE } from '../fakes/mail-serveur-scenario';

describe('l’échange SMTP avec PIPELINING', () => {
  let banc: BancEchange;
  afterEach(() => banc.close());

  it('remet le contenu, son point final et l’enveloppe suivante en une écriture', async () => {
    banc = await openBancEchange({});
    expect(await banc.sendAll(3)).toEqual(partis(3));
    const lues = banc.serveur.commandes
      .join(' ')
      .split('|')
      .map((l) => l.trim().replace(/ SIZE=\d+| FROM:\S+/g, ''));
    // one read for EHLO, one for the first envelope, then one for each message and what follows it
    expect(lues.filter((l) => l.includes('DATA'))).toEqual([
      'MAIL RCPT TO:<p1@bge.example> DATA',
      'MAIL RCPT TO:<p2@bge.example> DATA',
      'MAIL RCPT TO:<p3@bge.example> DATA',
    ]);
    expect(banc.recus()).toEqual(['p1', 'p2', 'p3']);
    expect(banc.serveur.ouvertes()).toBe(1);
  });

  it('annonce la taille, signature comprise, et ne dit rien d’un message trop gros', async () => {
    banc = await openBancEchange({ extensions: ['PIPELINING', 'SIZE 5000'] });
    const [petit, gros] = [messageNumero(1), messageNumero(2, 'x'.repeat(6_000))];
    expect(await banc.sender.send(petit)).not.toBeNull();
    await expect(banc.sender.send(gros)).rejects.toMatchObject({ issue: 'refuse' });
    expect(banc.serveur.commandes.filter((c) => c.startsWith('MAIL'))).toEqual([
      `MAIL FROM:<contact@bge.example> SIZE=${String(banc.serveur.recus[0]!.brut.length)}`,
    ]);
  });

  it('un destinataire refusé n’arrête pas le suivant, que RSET précède', async () => {
    banc = await openBancEchange({
      repond: (moment, { ligne, rang }) =>
        moment === 'RCPT' && ligne.includes('p2')
          ? '550 5.1.1 Unknown'
          : moment === 'DATA' && rang === 2
            ? '503 5.5.1 No recipients'
            : undefined,
    });
    expect(await banc.sendAll(3)).toEqual(['parti', 'refuse', 'parti']);
    expect(banc.commandes()).toEqual([...enveloppe(1), ...enveloppe(2), 'RSET', ...enveloppe(3)]);
    expect(banc.lignes).toEqual([]);
  });

  it('354 après un destinataire refusé : un point seul, que personne ne reçoit', async () => {
    banc = await openBancEchange({
      repond: (moment, { ligne }) =>
        moment === 'RCPT' && ligne.includes('p2') ? '550 5.1.1 Unknown' : undefined,
    });
    expect(await banc.sendAll(3)).toEqual(['parti', 'refuse', 'parti']);
    expect(banc.serveur.recus.map(({ brut }) => brut.length > 0)).toEqual([true, false, true]);
    expect(banc.commandes()).toEqual([...enveloppe(1), ...enveloppe(2), ...enveloppe(3)]);
  });

  it('354 après un expéditeur refusé : la connexion est coupée, aucun message vide ne part', async () => {
    banc = await openBancEchange({
      repond: (moment, { rang }) =>
        moment === 'MAIL' && rang === 2 ? '451 4.3.0 Busy' : undefined,
    });
    expect(await banc.sendAll(3)).toEqual(['parti', 'reessayer', 'parti']);
    expect(banc.recus()).toEqual(['p1', 'p3']);
    expect(banc.serveur.ouvertes()).toBe(2);
  });

  it.each(['500 Unknown', '503 Bad sequence', '554 synchronization error'])(
    'annoncé puis refusé par « %s », il est abandonné pour ce serveur, au journal, sans rien coûter',
    async (reponse) => {
      banc = await openBancEchange({
        repond: (moment, { groupe }) =>
          groupe && (moment === 'MAIL' || moment === 'RCPT' || moment === 'DATA')
            ? reponse
            : undefined,
      });
      expect(await banc.sendAll(4)).toEqual(partis(4));
      expect(banc.recus()).toEqual(['p1', 'p2', 'p3', 'p4']);
      expect(banc.lignes.join()).toContain('une à une');
    }
  );

  it('muet devant une enveloppe en avance, après la réponse au contenu, il est abandonné, sans rien coûter', async () => {
    banc = await openBancEchange(
      {
        repond: (moment, { groupe, rang }) =>
          groupe && rang === 2 && moment !== 'point' ? SILENCE : undefined,
      },
      { attenteMs: PATIENCE_MS }
    );
    expect(await banc.sendAll(4)).toEqual(partis(4));
    expect(banc.recus()).toEqual(['p1', 'p2', 'p3', 'p4']);
    expect(banc.lignes.join()).toContain('une à une');
  });

  it.each(['point', 'MAIL', 'RCPT'] as const)(
    'une réponse qui manque (%s) rend incertain le message qui la précède, pas les autres, et fait abandonner les groupes',
    async (muet) => {
      const muets = muet === 'point' ? 1 : 2;
      banc = await openBancEchange({
        repond: (moment, { groupe, rang, connexion }) =>
          connexion === 1 && rang === muets && moment === muet && (groupe || muet === 'point')
            ? SILENCE
            : undefined,
      });
      expect(await banc.sendAll(4)).toEqual(['incertain', 'parti', 'parti', 'parti']);
      expect(banc.recus()).toEqual(['p1', 'p2', 'p3', 'p4']);
      expect(banc.lignes.join()).toContain('une à une');
    }
  );

  it('un refus de même code, en groupe puis seul, est celui du message : le serveur garde PIPELINING', async () => {
    banc = await openBancEchange({
      repond: (moment, { ligne, rang }) =>
        moment === 'RCPT' && ligne.includes('p2')
          ? '554 No such user'
          : moment === 'DATA' && rang === 2
            ? '503 No recipients'
            : undefined,
    });
    expect(await banc.sendAll(3)).toEqual(['parti', 'refuse', 'parti']);
    expect(banc.lignes).toEqual([]);
  });

  it('un refus dont le statut parle de l’adresse n’est pas posé deux fois', async () => {
    banc = await openBancEchange({
      repond: (moment, { rang }) =>
        rang === 2 && moment === 'RCPT'
          ? '554 5.7.1 Denied'
          : rang === 2 && moment === 'DATA'
            ? '503 5.5.1 No'
            : undefined,
    });
    expect(await banc.sendAll(2)).toEqual(['parti', 'refuse']);
    expect(banc.commandes().filter((c) => c.includes('p2'))).toHaveLength(1);
  });

  it.each(['MAIL', 'RCPT', 'DATA'] as const)(
    'un 421 à %s de l’enveloppe en avance rouvre une connexion : rien n’est perdu ni payé',
    async (place) => {
      banc = await openBancEchange({
        repond: (moment, { rang, connexion }) =>
          connexion === 1 && rang === 3 && moment === place
            ? '421 4.7.0 Too many messages'
            : undefined,
      });
      expect(await banc.sendAll(6)).toEqual(partis(6));
      expect(banc.recus()).toEqual(['p1', 'p2', 'p3', 'p4', 'p5', 'p6']);
    }
  );

  it('un 421 après le point final refuse ce message pour l’instant, et les suivants partent', async () => {
    banc = await openBancEchange({
      repond: (moment, { rang, connexion }) =>
        connexion === 1 && rang === 2 && moment === 'point' ? '421 4.3.2 Shutting down' : undefined,
    });
    expect(await banc.sendAll(4)).toEqual(['parti', 'reessayer', 'parti', 'parti']);
  });

  it('un 421 à la première enveloppe laisse réessayer', async () => {
    banc = await openBancEchange({
      repond: (moment) => (moment === 'MAIL' ? '421 4.7.0 Later' : undefined),
    });
    expect(await banc.sendAll(1)).toEqual(['reessayer']);
  });

  it('trop de connexions à la fois : celles qui sont ouvertes servent tout, rien n’est payé', async () => {
    banc = await openBancEchange(
      {
        repond: (moment, { connexion }) =>
          moment === 'accueil' && connexion > 2 ? '421 4.7.0 Too many' : undefined,
      },
      {},
      { maxConnections: 5 }
    );
    expect(await banc.sendAll(40)).toEqual(partis(40));
  });

  it.each<[string | typeof COUPURE]>([[COUPURE], ['421 4.7.0 Enough']])(
    'apprend combien de messages le serveur prend par connexion (%s), et n’avance plus d’enveloppe au dernier',
    async (fermeture) => {
      banc = await openBancEchange({
        repond: (moment, { rang }) => (moment === 'MAIL' && rang === 4 ? fermeture : undefined),
      });
      expect(await banc.sendAll(20)).toEqual(partis(20));
      expect(banc.recus()).toHaveLength(20);
      expect(banc.lignes.join()).toContain('3 messages par connexion');
      const perdues = banc.commandes().filter((c) => c.startsWith('MAIL')).length - 20;
      expect(perdues).toBe(2);
    }
  );
});
