import { generateKeyPairSync } from 'node:crypto';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import nodemailerPackage from 'nodemailer/package.json';
import { TransportError } from '../../core/errors';
import type { ReglagesSmtp } from '../../server/src/adapters/mail/smtp';
import { createMailSenderSmtp } from '../../server/src/adapters/mail/smtp';
import type { MailSender } from '../../server/src/services/ports/mail';
import { createMessage } from '../fakes/mail-messages';
import type { ServeurSmtp } from '../fakes/mail-serveur-smtp';
import { startServeurSmtp } from '../fakes/mail-serveur-smtp';

describe('le transport SMTP', () => {
  let serveur: ServeurSmtp;
  const ouverts: MailSender[] = [];
  const open = (reglages: ReglagesSmtp = {}) => {
    const sender = createMailSenderSmtp({
      host: '127.0.0.1',
      port: serveur.port,
      ignoreTLS: true,
      ...reglages,
    });
    ouverts.push(sender);
    return sender;
  };
  const failureOf = async (sender: MailSender, message = createMessage()) => {
    const erreur: unknown = await sender.send(message).catch((raison: unknown) => raison);
    if (!(erreur instanceof TransportError)) throw new Error('TransportError attendue');
    return erreur;
  };
  beforeEach(async () => {
    serveur = await startServeurSmtp();
  });
  afterEach(async () => {
    await Promise.all(ouverts.splice(0).map((sender) => sender.close()));
    await serveur.close();
  });
  // More than the socket buffers of both ends can hold: the end is not reached when the line is cut.
  const gros = () => createMessage({ html: 'x'.repeat(24 * 1024 * 1024) });

  it('s’appuie sur nodemailer 10.6 au moins : les versions 9 perdent 45 ms par message', () => {
    const [majeure = 0, mineure = 0] = nodemailerPackage.version.split('.').map(Number);
    expect(majeure * 100 + mineure).toBeGreaterThanOrEqual(1006);
  });

  it('une coupure avant la fin du contenu laisse réessayer : rien n’est parti', async () => {
    serveur.incident = { etape: 'pendant', reponse: 'coupure' };
    expect((await failureOf(open(), gros())).issue).toBe('reessayer');
    expect(serveur.recus).toHaveLength(0);
  });

  it('une connexion au repos que le serveur a coupée ne perd ni ne double le message suivant', async () => {
    const sender = open({ maxConnections: 1 });
    await sender.send(createMessage({ cle: 'a' }));
    serveur.cutAll();
    await sender.send(createMessage({ cle: 'b' }));
    expect(serveur.recus).toHaveLength(2);
  });

  it('un message coupé après son point final n’est jamais remis une seconde fois', async () => {
    const sender = open({ maxConnections: 1 });
    await sender.send(createMessage({ cle: 'a' }));
    serveur.incident = { etape: 'apres-le-point', reponse: 'coupure' };
    expect((await failureOf(sender, createMessage({ cle: 'b' }))).issue).toBe('incertain');
    // What it would still send, it has sent once closed.
    await sender.close();
    expect(serveur.recus).toHaveLength(2);
  });

  it('un serveur éteint laisse réessayer', async () => {
    const port = serveur.port;
    await serveur.close();
    expect((await failureOf(open({ port }))).issue).toBe('reessayer');
    serveur = await startServeurSmtp();
  });

  it('un serveur muet à l’accueil laisse réessayer', async () => {
    const muet = createServer((socket) => socket.on('error', () => undefined)).listen(
      0,
      '127.0.0.1'
    );
    await new Promise((pret) => muet.once('listening', pret));
    const { port } = muet.address() as AddressInfo;
    expect((await failureOf(open({ port, greetingTimeout: 200 }))).issue).toBe('reessayer');
    muet.close();
  });

  it('un mot de passe refusé est une affaire de configuration, et reste secret', async () => {
    const prive = await startServeurSmtp('bon-mot');
    const auth = (pass: string) => ({ port: prive.port, auth: { user: 'bge', pass } });
    const erreur = await failureOf(open(auth('mauvais-mot-secret')));
    expect(erreur.issue).toBe('configuration');
    expect(JSON.stringify(erreur) + erreur.message + String(erreur.stack)).not.toContain('secret');
    await open(auth('bon-mot')).send(createMessage());
    expect(prive.recus).toHaveLength(1);
    await prive.close();
  });

  it('un chiffrement exigé et absent est une affaire de configuration', async () => {
    const erreur = await failureOf(open({ ignoreTLS: false, requireTLS: true }));
    expect(erreur.issue).toBe('configuration');
  });

  it('garde ses connexions et n’en ouvre pas plus que permis', async () => {
    const sender = open({ maxConnections: 3 });
    let maximum = 0;
    const guet = setInterval(() => (maximum = Math.max(maximum, serveur.connexions())), 1);
    await Promise.all(
      Array.from({ length: 400 }, (_, i) => sender.send(createMessage({ cle: `e${i}` })))
    );
    clearInterval(guet);
    expect(maximum).toBe(3);
    expect(serveur.ouvertes()).toBe(3);
  });

  it('se ferme après avoir remis ce qui est en route, et n’accepte plus rien', async () => {
    const sender = open();
    const envois = Array.from({ length: 20 }, (_, i) =>
      sender.send(createMessage({ cle: `e${i}` }))
    );
    await sender.close();
    await Promise.all(envois);
    expect(serveur.recus).toHaveLength(20);
    expect((await failureOf(sender)).issue).toBe('reessayer');
  });

  it('passe par le mandataire des réglages', async () => {
    let passages = 0;
    const mandataire = createHttpServer().on('connect', (requete, client: Socket) => {
      passages++;
      const [hote = '', port] = (requete.url ?? '').split(':');
      const bout = connect(Number(port), hote, () => {
        client.write('HTTP/1.1 200 OK\r\n\r\n');
        client.pipe(bout).pipe(client);
      });
      for (const socket of [client, bout]) socket.on('error', () => undefined);
    });
    await new Promise<void>((pret) => mandataire.listen(0, '127.0.0.1', pret));
    const { port } = mandataire.address() as AddressInfo;
    await open({ proxy: `http://127.0.0.1:${port}` }).send(createMessage());
    expect(passages).toBe(1);
    expect(serveur.recus).toHaveLength(1);
    mandataire.close();
  });

  describe('avec DKIM', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const dkim = {
      domainName: 'bge.example',
      keySelector: 'lettre',
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    };

    it('signe aussi la désinscription en un clic (RFC 8058)', async () => {
      const liste = { id: 'lettre.bge.example', nom: 'Lettre' };
      await open({ dkim }).send(createMessage({}, { liste }));
      const entetes = serveur.recus[0]!.brut.toString('latin1').replace(/\r\n[ \t]+/g, '');
      const signature = /^DKIM-Signature: (.*)$/m.exec(entetes)?.[1];
      expect(signature).toMatch(/h=[^;]*\bfrom\b[^;]*list-unsubscribe:list-unsubscribe-post/i);
    });

    it('refuse dès le démarrage une clé illisible, plutôt que de partir sans signature', () => {
      expect(() => open({ dkim: { ...dkim, privateKey: 'pas une clé' } })).toThrow(
        'La clé DKIM (DKIM_CLE_PRIVEE) est illisible'
      );
    });

    it('sait encore si le message est parti', async () => {
      serveur.incident = { etape: 'pendant', reponse: 'coupure' };
      expect((await failureOf(open({ dkim }), gros())).issue).toBe('reessayer');
      serveur.incident = { etape: 'apres-le-point', reponse: 'coupure' };
      expect((await failureOf(open({ dkim }))).issue).toBe('incertain');
    });
  });
});
