import fc from 'fast-check';
import { generateKeyPairSync } from 'node:crypto';
import { Readable } from 'node:stream';
import DKIM from 'nodemailer/lib/dkim';
import { afterEach, describe, expect, it } from 'vitest';
import { TransportError } from '../../core/errors';
import { createMailSenderSmtp } from '../../server/src/adapters/mail/smtp';
import type { MailSender, MessagePret, PieceJointe } from '../../server/src/services/ports/mail';
import { createMessage } from '../fakes/mail-messages';
import { startServeurScenario, type ServeurScenario } from '../fakes/mail-serveur-scenario';

const GRAINE = 20_260_303;
const MESSAGES = 1_000;

const pdf = (taille: number): PieceJointe => {
  const contenu = Buffer.alloc(taille, '\r\n.\r\n.abc\r.\n');
  contenu.write('%PDF-1.7');
  return { nom: 'dossier.pdf', contenu, cid: null };
};

/** What has already ended a message early somewhere, between pieces of ordinary text. */
const bouts = fc.constantFrom(
  ...[
    '.',
    '..',
    '\n.\n',
    '\r\n.\r\n',
    '\r.\r',
    '\n.\r\n',
    '\r\n.\n',
    '\r',
    '\n',
    '\r\n',
    '\0',
    ' ',
    '\t',
    '=',
  ],
  ...[
    '\n.\nMAIL FROM:<intrus@x.example>\nRCPT TO:<victime@x.example>\nDATA\nSubject: faux\n\nfaux\n.\n',
  ],
  ...[
    'É',
    '😀',
    '\u2028',
    '.'.repeat(80),
    'x'.repeat(1_200),
    `${'y'.repeat(74)}.`,
    `${'z'.repeat(75)}..`,
  ]
);
const texte = fc.array(bouts, { maxLength: 14 }).map((morceaux) => morceaux.join(''));

const brutOf = ({ brut }: MessagePret): Buffer => Buffer.concat(brut);

describe('les octets remis', () => {
  let serveur: ServeurScenario;
  let sender: MailSender;
  const open = async (options: Record<string, unknown> = {}): Promise<void> => {
    serveur = await startServeurScenario();
    sender = createMailSenderSmtp({
      host: '127.0.0.1',
      port: serveur.port,
      ignoreTLS: true,
      ...options,
    });
  };
  afterEach(async () => {
    await sender.close();
    await serveur.close();
  });

  it(`sont ceux qui ont été composés, octet pour octet, sur ${String(MESSAGES)} messages tirés au sort`, async () => {
    await open();
    const pieces = [[], [], [], [], [pdf(200 * 1024)]];
    const tires = fc.sample(fc.record({ texte, html: texte, objet: texte, nom: texte }), {
      seed: GRAINE,
      numRuns: MESSAGES,
    });
    const messages = tires.map(({ nom, ...contenu }, i) =>
      createMessage(
        {
          ...contenu,
          cle: `e${String(i)}`,
          destinataire: { nom, adresse: `p${String(i)}@bge.example` },
        },
        { piecesJointes: i === 500 ? [pdf(2 * 1024 * 1024 - 64)] : pieces[i % pieces.length]! }
      )
    );
    for (let i = 0; i < MESSAGES; i += 50) {
      await Promise.all(messages.slice(i, i + 50).map((message) => sender.send(message)));
    }
    expect(serveur.recus).toHaveLength(MESSAGES);
    const parVers = new Map(serveur.recus.map(({ vers, brut }) => [vers, brut]));
    const differents = messages.filter((m) => !parVers.get(m.enveloppe.vers)?.equals(brutOf(m)));
    expect(differents.map(({ enveloppe }) => enveloppe.vers)).toEqual([]);
    expect(serveur.commandes.filter((c) => c.includes('intrus') || c.includes('victime'))).toEqual(
      []
    );
  });

  it('ne portent aucune ligne qui commence par un point : rien ne peut finir un message avant sa fin', () => {
    fc.assert(
      fc.property(texte, texte, (html, brut) => {
        const lignes = brutOf(createMessage({ html, texte: brut }))
          .toString('latin1')
          .split('\r\n');
        return lignes.every((ligne) => !/^\.|[\r\n]/.test(ligne));
      }),
      { seed: GRAINE, numRuns: 2_000 }
    );
    return open();
  });

  it.each([
    ['un point en tête de ligne', 'a\r\n.b\r\n'],
    ['le point final', 'a\r\n.\r\nMAIL FROM:<intrus@x.example>\r\n'],
    ['un LF seul', 'a\n.\r\nb\r\n'],
    ['un CR seul', 'a\r.\r\nb\r\n'],
    ['un CR au bout', 'a\r'],
    ['un point en premier', '.a\r\n'],
  ])('contenant %s, sont un échec : rien n’en est écrit', async (_, contenu) => {
    await open();
    const message = createMessage();
    for (const brut of [[Buffer.from(contenu)], [Buffer.from('x\r\n'), Buffer.from(contenu)]]) {
      await expect(sender.send({ ...message, brut })).rejects.toMatchObject({
        issue: 'refuse',
        code: 'contenu_dangereux',
      });
    }
    expect(serveur.ouvertes()).toBe(0);
  });

  it('coupés entre deux morceaux au début d’une ligne, ne laissent pas passer le point qui suit', async () => {
    await open();
    const brut = [Buffer.from('a\r\n'), Buffer.from('.\r\nMAIL FROM:<x@x.example>\r\n')];
    await expect(sender.send({ ...createMessage(), brut })).rejects.toBeInstanceOf(TransportError);
    const suite = [Buffer.from('a'), Buffer.from('.\r\nb\r\n')];
    await sender.send({ ...createMessage(), brut: suite });
    expect(serveur.recus.map((recu) => recu.brut.toString())).toEqual(['a.\r\nb\r\n']);
  });

  it('sans fin de ligne, en reçoivent une : le point final reste seul sur la sienne', async () => {
    await open();
    await sender.send({ ...createMessage(), brut: [Buffer.from('a\r\nb')] });
    expect(serveur.recus[0]!.brut.toString()).toBe('a\r\nb\r\n');
  });

  it.each([
    ['une adresse qui ferme la commande', 'x@x.example> SIZE=1'],
    ['une adresse qui en ouvre une autre', 'x@x.example>\r\nRCPT TO:<y@y.example'],
    ['une adresse accentuée', 'é@x.example'],
  ])('%s ne part pas', async (_, vers) => {
    await open();
    const message = createMessage();
    const enveloppe = { ...message.enveloppe, vers };
    await expect(sender.send({ ...message, enveloppe })).rejects.toMatchObject({ issue: 'refuse' });
    expect(serveur.ouvertes()).toBe(0);
  });

  it('signés avec DKIM, sont ceux du signataire de nodemailer, pièces jointes comprises', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const dkim = {
      domainName: 'bge.example',
      keySelector: 's',
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    };
    await open({ dkim });
    const messages = [
      createMessage(),
      createMessage({ cle: 'b' }, { piecesJointes: [pdf(200 * 1024)] }),
    ];
    for (const message of messages) {
      await sender.send(message);
      const signe = new DKIM(dkim).sign(Readable.from(message.brut)) as AsyncIterable<Buffer>;
      const blocs: Buffer[] = [];
      for await (const bloc of signe) blocs.push(bloc);
      expect(serveur.recus.at(-1)!.brut.equals(Buffer.concat(blocs))).toBe(true);
    }
    expect(serveur.commandes.filter((c) => c.startsWith('MAIL'))).toEqual(
      serveur.recus.map(({ brut }) => `MAIL FROM:<contact@bge.example> SIZE=${String(brut.length)}`)
    );
  });
});
