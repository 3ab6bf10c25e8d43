import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { afterEach, describe, expect, it } from 'vitest';
import { CHAMPS_PRIVES, createLigne } from '../../server/src/adapters/mail/echange/session';
import { startServeurScenario, type ServeurScenario } from '../fakes/mail-serveur-scenario';

describe('ce que l’échange prend à nodemailer', () => {
  let serveur: ServeurScenario;
  afterEach(() => serveur.close());

  it('une connexion porte encore, une fois ouverte, chaque champ privé qui est lu', async () => {
    serveur = await startServeurScenario();
    const connexion = new SMTPConnection({
      host: '127.0.0.1',
      port: serveur.port,
      ignoreTLS: true,
    });
    await new Promise<void>((pret) => connexion.connect(() => pret()));
    const champs = connexion as unknown as Record<string, unknown>;
    const types = Object.fromEntries(CHAMPS_PRIVES.map((champ) => [champ, typeof champs[champ]]));
    expect(types).toEqual({
      _socket: 'object',
      _supportedExtensions: 'object',
      _maxAllowedSize: 'number',
      _remainder: 'string',
      _responseQueue: 'object',
      _onSocketData: 'function',
      _onSocketTimeout: 'function',
      _onSocketClose: 'function',
      _onSocketEnd: 'function',
      _onSocketError: 'function',
    });
    connexion.close();
  });

  it('la session ouverte ne garde aucun écouteur de nodemailer, et sait ce que le serveur annonce', async () => {
    serveur = await startServeurScenario({ extensions: ['PIPELINING', 'SIZE 1234'] });
    const session = await createLigne({
      host: '127.0.0.1',
      port: serveur.port,
      ignoreTLS: true,
    }).open();
    const { socket } = session;
    expect([...session.extensions].sort()).toEqual(['PIPELINING', 'SIZE']);
    expect(session.tailleMax).toBe(1234);
    expect(session.dejaLu).toBe('');
    const compte = ['data', 'timeout', 'error'].map((nom) => socket.listenerCount(nom));
    expect(compte).toEqual([0, 0, 0]);
    socket.destroy();
  });

  it('ce que le serveur ajoute derrière l’accueil n’est pas perdu', async () => {
    serveur = await startServeurScenario({
      extensions: [],
      repond: (moment) => (moment === 'EHLO' ? '250 ok\r\n421 4.7.0 Too busy\r\n45' : undefined),
      ecrit: (socket, texte) => void socket.write(texte.replace(/45\r\n$/, '45')),
    });
    const session = await createLigne({
      host: '127.0.0.1',
      port: serveur.port,
      ignoreTLS: true,
    }).open();
    expect(session.dejaLu).toBe('421 4.7.0 Too busy\r\n45');
    session.socket.destroy();
  });

  it('« service » et « url » désignent le serveur, comme « host » et « port »', () => {
    const parUrl = createLigne({ url: 'smtp://127.0.0.1:2599' });
    expect(parUrl.options).toMatchObject({ host: '127.0.0.1', port: 2599 });
    expect(createLigne({ service: 'Gmail' }).options.host).toBeTypeOf('string');
    return startServeurScenario().then((ouvert) => (serveur = ouvert));
  });
});
