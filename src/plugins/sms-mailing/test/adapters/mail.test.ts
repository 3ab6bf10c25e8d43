import strapiProvider from '@strapi/provider-email-nodemailer';
import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import type { IssueTransport } from '../../core/errors';
import { TransportError } from '../../core/errors';
import { createMailSenderStrapi } from '../../server/src/adapters/mail/fournisseur-strapi';
import type { ReglagesSmtp } from '../../server/src/adapters/mail/smtp';
import { createMailSenderSmtp } from '../../server/src/adapters/mail/smtp';
import type { MailSender, MessagePret } from '../../server/src/services/ports/mail';
import { createMailSenderMemoire } from '../fakes/mail-memoire';
import { createMessage } from '../fakes/mail-messages';
import type { Incident } from '../fakes/mail-serveur-smtp';
import { startServeurSmtp } from '../fakes/mail-serveur-smtp';

interface Banc {
  readonly sender: MailSender;
  readonly recus: () => readonly { readonly brut: Buffer; readonly vers: readonly string[] }[];
  readonly provoke: (incident: Incident | null) => void;
  readonly close: () => Promise<void>;
}

const ISSUES: readonly [string, Incident, IssueTransport][] = [
  ['un destinataire inconnu', { etape: 'rcpt', reponse: '550 5.1.1 User unknown' }, 'refuse'],
  ['une liste grise', { etape: 'rcpt', reponse: '451 4.7.1 Greylisted' }, 'reessayer'],
  ['une boîte pleine', { etape: 'rcpt', reponse: '452 4.2.2 Mailbox full' }, 'reessayer'],
  ['un expéditeur refusé', { etape: 'mail', reponse: '553 5.7.1 Not yours' }, 'configuration'],
  ['un serveur occupé', { etape: 'mail', reponse: '451 4.3.0 Busy' }, 'reessayer'],
  ['un contenu refusé', { etape: 'data', reponse: '554 5.7.1 Spam' }, 'refuse'],
  ['un message trop gros', { etape: 'data', reponse: '552 5.3.4 Too big' }, 'refuse'],
  ['un report après le contenu', { etape: 'data', reponse: '450 4.3.2 Later' }, 'reessayer'],
  [
    'une coupure après le point final',
    { etape: 'apres-le-point', reponse: 'coupure' },
    'incertain',
  ],
  ['un silence après le point final', { etape: 'apres-le-point', reponse: 'silence' }, 'incertain'],
];

function createBancMemoire(): Promise<Banc> {
  const sender = createMailSenderMemoire();
  return Promise.resolve({
    sender,
    recus: () =>
      sender.recus.map((m) => ({ brut: Buffer.concat(m.brut), vers: [m.enveloppe.vers] })),
    provoke: (incident) => {
      const issue = ISSUES.find(([, i]) => i === incident)?.[2] ?? null;
      sender.issue = () => issue;
    },
    close: () => sender.close(),
  });
}

/** Beyond any answer of a server in this process; a silence is not waited for that long. */
const DELAI_MS = 60_000;
const SILENCE_MS = 3_000;
const delaiOf = (incident: Incident): number =>
  incident.reponse === 'silence' ? SILENCE_MS : DELAI_MS;

async function createBancSur(
  createSender: (options: ReglagesSmtp) => MailSender,
  socketTimeout: number
): Promise<Banc> {
  const serveur = await startServeurSmtp();
  const sender = createSender({
    host: '127.0.0.1',
    port: serveur.port,
    ignoreTLS: true,
    socketTimeout,
  });
  return {
    sender,
    recus: () => serveur.recus,
    provoke: (incident) => (serveur.incident = incident),
    close: async () => {
      await sender.close();
      await serveur.close();
    },
  };
}

const createBancStrapi = (delaiMs: number) =>
  createBancSur((options) => {
    const fournisseur = strapiProvider.init({ ...options, pool: true }, SETTINGS);
    return createMailSenderStrapi((message) => fournisseur.send(message as never));
  }, delaiMs);
const SETTINGS = { defaultFrom: 'contact@bge.example', defaultReplyTo: 'contact@bge.example' };

describe.each<[string, (delaiMs: number) => Promise<Banc>]>([
  ['en mémoire', createBancMemoire],
  ['par SMTP', (delaiMs) => createBancSur(createMailSenderSmtp, delaiMs)],
  ['par le fournisseur de Strapi', createBancStrapi],
])('MailSender %s', (_, createBanc) => {
  let banc: Banc;
  const open = async (delaiMs = DELAI_MS) => (banc = await createBanc(delaiMs));
  const issueOf = async (message: MessagePret) => {
    const erreur: unknown = await banc.sender.send(message).catch((raison: unknown) => raison);
    return erreur instanceof TransportError ? erreur.issue : erreur;
  };
  afterEach(() => banc.close());

  it('remet le message à son seul destinataire et rend son Message-ID', async () => {
    const { sender, recus } = await open();
    const message = createMessage();
    expect(await sender.send(message)).toEqual({ reference: message.messageId });
    expect(recus().map(({ vers }) => vers)).toEqual([['lena@parcours.example']]);
    const lu = await simpleParser(recus()[0]!.brut);
    expect(lu.messageId).toBe(message.messageId);
    expect(lu.subject).toBe('Rappel : réunion à Œuilly — 5 €');
    expect(lu.from?.value).toEqual([{ name: 'BGE Artois', address: 'contact@bge.example' }]);
    expect(lu.replyTo?.value).toEqual([{ name: 'Accueil', address: 'accueil@bge.example' }]);
    expect(lu.text?.trim()).toBe('Bonjour Léna, à bientôt à Œuilly.\n.\n..');
    expect(lu.html).toContain('<p>Bonjour Léna, à bientôt à Œuilly.</p>\n.\n<p>..</p>');
  });

  it('remet deux méga de pièces jointes, noms accentués compris, octet pour octet', async () => {
    const { sender, recus } = await open();
    const contenu = Buffer.alloc(2 * 1024 * 1024 - 100, 'abcdefghij.\r\n.');
    contenu.write('%PDF-1.7');
    const ics = Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR');
    const piecesJointes = [
      { nom: 'Règlement intérieur été.pdf', contenu, cid: null },
      { nom: 'rdv.ics', contenu: ics, cid: null },
    ];
    await sender.send(createMessage({}, { piecesJointes }));
    const lu = await simpleParser(recus()[0]!.brut);
    expect(lu.attachments.map((a) => a.filename)).toEqual([
      'Règlement intérieur été.pdf',
      'rdv.ics',
    ]);
    expect(lu.attachments[0]!.contentType).toBe('application/pdf');
    expect(
      lu.attachments.map((a) => a.content.equals(a.filename === 'rdv.ics' ? ics : contenu))
    ).toEqual([true, true]);
  });

  it('porte les en-têtes d’une newsletter', async () => {
    const { sender, recus } = await open();
    const liste = { id: 'lettre.bge.example', nom: 'Lettre' };
    await sender.send(createMessage({}, { liste, automatique: true }));
    const entetes = recus()[0]!.brut.toString('latin1').split('\r\n\r\n')[0]!;
    for (const ligne of [
      'List-Unsubscribe: <https://bge.example/d/abc>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'Precedence: bulk',
      'Auto-Submitted: auto-generated',
    ]) {
      expect(entetes).toContain(ligne);
    }
  });

  it('remet cinquante messages à la fois, chacun une fois', async () => {
    const { sender, recus } = await open();
    const messages = Array.from({ length: 50 }, (__, i) =>
      createMessage({ cle: `c1:e${i}`, destinataire: { nom: '', adresse: `p${i}@bge.example` } })
    );
    await Promise.all(messages.map((message) => sender.send(message)));
    expect(new Set(recus().map(({ vers }) => vers[0])).size).toBe(50);
    expect(recus()).toHaveLength(50);
  });

  it.each(ISSUES)('%s', async (__, incident, issue) => {
    const { sender, recus, provoke } = await open(delaiOf(incident));
    provoke(incident);
    expect(await issueOf(createMessage())).toBe(issue);
    expect(recus()).toHaveLength(issue === 'incertain' ? 1 : 0);
    // and the next message leaves as if nothing had happened
    provoke(null);
    await sender.send(createMessage({ cle: 'suivant' }));
    expect(recus()).toHaveLength(issue === 'incertain' ? 2 : 1);
  });
});
