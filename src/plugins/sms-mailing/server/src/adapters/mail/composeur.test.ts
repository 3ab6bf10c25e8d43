import fc from 'fast-check';
import MailComposer from 'nodemailer/lib/mail-composer';
import { simpleParser } from 'mailparser';
import type { AddressObject, ParsedMail } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { TransportError } from '../../../../core/errors';
import type { EnvoiMail, MessagePret, PieceJointe, VersionMail } from '../../services/ports/mail';
import { compileMail } from './composeur';

const VERSION: VersionMail = {
  cle: 'modele-12/3',
  expediteur: { nom: 'BGE Arrageois-Ternois', adresse: 'contact@bge.example' },
  repondreA: null,
  domaine: 'bge.example',
  automatique: false,
  liste: null,
  piecesJointes: [],
};
const ENVOI: EnvoiMail = {
  cle: 'campagne:4:entrepreneur:17',
  destinataire: { nom: 'Léna PARIS', adresse: 'lena@parcours.example' },
  repondreA: null,
  objet: 'Rappel : votre réunion',
  html: '<p>Bonjour Léna,</p>',
  texte: 'Bonjour Léna,',
  date: new Date('2022-03-03T18:00:00Z'),
  lienDesinscription: 'https://bge.example/d/abc',
};
const RUNS = 150;
const PDF = Buffer.from('%PDF-1.7 contenu');

const octets = (message: MessagePret) => Buffer.concat(message.brut);
const compose = (version: Partial<VersionMail> = {}, envoi: Partial<EnvoiMail> = {}) =>
  compileMail({ ...VERSION, ...version })({ ...ENVOI, ...envoi });
const parse = (message: MessagePret) => simpleParser(octets(message), { skipImageLinks: true });

function summarise(mail: ParsedMail) {
  const boites = (adresses: AddressObject | AddressObject[] | undefined) =>
    [adresses ?? []].flat().flatMap((objet) => objet.value);
  return {
    sujet: mail.subject,
    de: boites(mail.from),
    vers: boites(mail.to),
    repondreA: boites(mail.replyTo),
    // Two ends of line that mean the same: nodemailer keeps the author's, ours are CRLF.
    texte: mail.text?.replace(/\r\n?/g, '\n').replace(/\n+$/, ''),
    html: (mail.html || '').replace(/\r\n?/g, '\n').replace(/\n+$/, ''),
    fichiers: mail.attachments.map((f) => [f.filename, f.contentType, f.content.toString('hex')]),
  };
}

function composeByNodemailer(version: VersionMail, envoi: EnvoiMail): Promise<Buffer> {
  const mailbox = ({ nom, adresse }: VersionMail['expediteur']) => ({
    name: nom,
    address: adresse,
  });
  return new MailComposer({
    from: mailbox(version.expediteur),
    to: mailbox(envoi.destinataire),
    ...(envoi.repondreA === null ? {} : { replyTo: mailbox(envoi.repondreA) }),
    subject: envoi.objet,
    text: envoi.texte,
    html: envoi.html,
    attachments: version.piecesJointes.map((p) => ({
      filename: p.nom,
      content: Buffer.from(p.contenu),
      ...(p.cid === null ? {} : { cid: p.cid }),
    })),
  })
    .compile()
    .build();
}

const SIGNES = Array.from('abcXYZ 0.,;:@<>()[]"\\\'=?_-éàçœ€’«»—😀汉').concat('mot ');
const ligneDe = (signes: string[]) =>
  fc
    .string({ unit: fc.constantFrom(...signes), maxLength: 120 })
    .map((s) => s.replace(/\s+/g, ' ').trim());
const ligne = ligneDe(SIGNES).filter((s) => !s.includes('=?'));
// nodemailer lets an encoded word typed by hand through, to be decoded at the other end; ours does not.
const lignePiegee = ligneDe([...SIGNES, '=?UTF-8?Q?x?=']);
const corps = fc.string({
  unit: fc.constantFrom(...SIGNES, '\n', '\r\n', '.', '\n.', '\t', '  '),
  maxLength: 800,
});
const adresse = fc
  .tuple(
    fc.stringMatching(/^[a-z][a-z0-9.+_-]{0,30}[a-z0-9]$/),
    fc.constantFrom('bge.example', 'créa.fr')
  )
  .filter(([local]) => !local.includes('..'))
  .map(([local, domaine]) => `${local}@${domaine}`);
const mailbox = fc.record({ nom: ligne, adresse });
const fichier = fc.record({
  nom: ligne.map((nom) => `${nom.replace(/[/\\]/g, '') || 'a'}.pdf`),
  contenu: fc.uint8Array({ maxLength: 300 }).map((suite) => Buffer.concat([PDF, suite])),
  cid: fc.constantFrom(null, 'image@bge'),
});

describe('compileMail', () => {
  it('dit la même chose que nodemailer, une fois lu', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ expediteur: mailbox, piecesJointes: fc.array(fichier, { maxLength: 2 }) }),
        fc.record({
          destinataire: mailbox,
          repondreA: fc.option(mailbox),
          objet: ligne,
          html: corps.map((html) => `<p>${html}</p>`),
          texte: corps.map((texte) => `${texte}.`),
        }),
        async (version, envoi) => {
          const [v, e] = [
            { ...VERSION, ...version },
            { ...ENVOI, ...envoi },
          ];
          const options = { skipImageLinks: true };
          const notre = await simpleParser(octets(compileMail(v)(e)), options);
          const leur = await simpleParser(await composeByNodemailer(v, e), options);
          expect(summarise(notre)).toEqual(summarise(leur));
        }
      ),
      { numRuns: RUNS }
    );
  });

  it('rend l’objet et les noms tels qu’ils étaient', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(lignePiegee, lignePiegee, async (objet, nom) => {
        const destinataire = { nom, adresse: 'lena@bge.example' };
        const lu = summarise(await parse(compose({}, { objet, destinataire })));
        expect(lu.sujet ?? '').toBe(objet);
        expect(lu.vers).toEqual([{ name: nom, address: 'lena@bge.example' }]);
      }),
      { numRuns: RUNS }
    );
  });

  it('écrit deux fois les mêmes octets pour le même envoi', () => {
    expect(octets(compose())).toEqual(octets(compose()));
  });

  it('n’écrit que de l’ASCII en lignes d’au plus 998 signes finies par CRLF', () => {
    const texte = octets(
      compose(
        { piecesJointes: [{ nom: 'é.pdf', contenu: PDF, cid: null }] },
        { html: 'é'.repeat(5000) }
      )
    ).toString('latin1');
    expect(texte).toMatch(/^[\t\r\n -~]*$/);
    expect(texte.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...texte.split('\r\n').map((l) => l.length))).toBeLessThanOrEqual(998);
  });

  it('reconnaît un second exemplaire à son Message-ID, tiré de la clé de l’envoi', () => {
    expect(compose().messageId).toMatch(/^<[0-9a-f]{32}@bge\.example>$/);
    expect(compose().messageId).toBe(compose({}, { objet: 'Autre' }).messageId);
    expect(compose().messageId).not.toBe(compose({}, { cle: 'autre' }).messageId);
  });

  it('donne à l’enveloppe une seule adresse, en ASCII', () => {
    const destinataire = { nom: 'x', adresse: 'lena@créa.fr' };
    expect(compose({}, { destinataire }).enveloppe).toEqual({
      de: 'contact@bge.example',
      vers: 'lena@xn--cra-cma.fr',
    });
  });

  it('un suivi ne porte aucun en-tête de liste, même avec un lien de désinscription', async () => {
    const { headers } = await parse(compose());
    expect([...headers.keys()]).not.toContain('list');
    expect(headers.has('auto-submitted')).toBe(false);
  });

  it('un envoi automatique se dit automatique', async () => {
    const { headers } = await parse(compose({ automatique: true }));
    expect(headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('une newsletter se désinscrit en un clic (RFC 8058)', () => {
    const message = octets(compose({ liste: { id: 'lettre.bge.example', nom: 'Lettre BGE' } }));
    const entetes = message.toString('latin1').split('\r\n\r\n')[0];
    expect(entetes).toContain('\r\nList-Unsubscribe: <https://bge.example/d/abc>\r\n');
    expect(entetes).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(entetes).toContain('\r\nList-ID: Lettre BGE <lettre.bge.example>\r\n');
    expect(entetes).toContain('\r\nPrecedence: bulk\r\n');
  });

  it('sans https, la désinscription n’est pas annoncée en un clic', () => {
    const liste = { id: 'l.bge.example', nom: '' };
    const { parties } = compose({ liste }, { lienDesinscription: 'http://localhost/d/a' });
    expect(parties.entetes).not.toHaveProperty('List-Unsubscribe-Post');
    expect(parties.entetes).toHaveProperty('List-Unsubscribe');
  });

  it('met sur une ligne l’objet et le nom qui en ont plusieurs, sans en-tête de plus', async () => {
    const nom = ' Léna\r\nBcc: evil@x.fr\t';
    const objet = 'Rappel\nBcc: evil@x.fr\0 ';
    const message = compose({}, { objet, destinataire: { nom, adresse: 'a@b.fr' } });
    const lu = await parse(message);
    expect(lu.subject).toBe('Rappel Bcc: evil@x.fr');
    expect(lu.to).toMatchObject({ value: [{ name: 'Léna Bcc: evil@x.fr', address: 'a@b.fr' }] });
    expect(lu.bcc).toBeUndefined();
    expect(message.enveloppe.vers).toBe('a@b.fr');
  });

  it.each([
    ['une adresse', { destinataire: { nom: '', adresse: 'a@b.fr, evil@x.fr' } }],
    ['une adresse de réponse', { repondreA: { nom: '', adresse: 'a@b.fr\r\nBcc: x@y.fr' } }],
  ])('refuse %s qui ajouterait un en-tête ou un destinataire', (_, envoi) => {
    const issue = (f: () => unknown) => {
      try {
        f();
      } catch (erreur) {
        return erreur instanceof TransportError ? erreur.issue : erreur;
      }
      return null;
    };
    expect(issue(() => compose({}, envoi))).toBe('refuse');
  });

  it('refuse un lien de désinscription qui sortirait de son en-tête', () => {
    const liste = { id: 'l.bge.example', nom: '' };
    expect(() => compose({ liste }, { lienDesinscription: 'https://x>\r\nBcc: y' })).toThrow(
      TransportError
    );
  });

  it('partage les mêmes octets de pièces jointes entre tous les destinataires', () => {
    const piece: PieceJointe = { nom: 'plan.pdf', contenu: PDF, cid: null };
    const assemble = compileMail({ ...VERSION, piecesJointes: [piece] });
    expect(assemble(ENVOI).brut.at(-1)).toBe(assemble({ ...ENVOI, cle: 'autre' }).brut.at(-1));
  });
});
