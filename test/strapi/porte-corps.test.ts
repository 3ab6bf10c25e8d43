import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compteSmsSchema } from '../../src/plugins/sms-mailing/core/compte-sms';
import type { ParametresLus } from '../../src/plugins/sms-mailing/core/parametres';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { anonymous } from './harness';
import { sendHead, type ReponseBrute } from './prise-brute';

const PUBLIC = 'https://sms.bge.test';
const DEUX_MEGA = { 'Content-Type': 'application/json', 'Content-Length': '2000000' };
const GZIP = { ...DEUX_MEGA, 'Content-Encoding': 'gzip' };
/** Of the right form, made with another key. */
const SIGNEE = { 'X-Twilio-Signature': `${'A'.repeat(27)}=` };

let base: BaseDuGuide;
const head = (requete: string, entetes: Readonly<Record<string, string>>, debut?: string) =>
  sendHead(base.app.url!, requete, entetes, debut);

function expectRefus(reponse: ReponseBrute, status: number, phrase: RegExp): void {
  expect(reponse).toMatchObject({ status, garde: false });
  expect(reponse.body?.error?.message).toMatch(phrase);
}

describe('l’accusé de réception que signe l’opérateur', () => {
  const SUIVI = 'POST /api/sms-mailing/suivi/twilio';

  beforeAll(async () => {
    base = await openBaseDuGuide(
      'sms-administrateur',
      {
        PUBLIC_URL: PUBLIC,
        SMS_FOURNISSEUR: 'twilio',
        TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
        TWILIO_AUTH_TOKEN: 'jeton',
        SMS_EXPEDITEUR: 'BGE',
      },
      { listen: true }
    );
  });
  afterAll(() => base.close());

  it('d’un autre fournisseur, ou par une autre méthode, n’est pas lu', async () => {
    for (const requete of [
      'POST /api/sms-mailing/suivi/x',
      'POST /api/sms-mailing/suivi/ovh-http2sms/a',
      'POST /API/SMS-Mailing/Suivi/x/',
    ]) {
      expect(await head(requete, DEUX_MEGA)).toMatchObject({ status: 404, garde: false });
    }
    expect((await head('GET /api/sms-mailing/suivi/twilio', SIGNEE)).status).toBe(404);
  });

  it('sans signature, n’est pas lu ; compressé non plus', async () => {
    expect(await head(SUIVI, DEUX_MEGA)).toMatchObject({ status: 403, garde: false });
    expectRefus(await head(SUIVI, { ...GZIP, ...SIGNEE }), 415, /compress/);
    expectRefus(await head('POST /api/sms-mailing/suivi/x', GZIP), 415, /compress/);
  });

  it('signé, est lu jusqu’à 32 ko, annoncés ou non', async () => {
    expectRefus(await head(SUIVI, { ...DEUX_MEGA, ...SIGNEE }), 413, /32 ko/);
    const morceau = `8fff\r\n[${'1,'.repeat(0x47ff)}`;
    const entetes = { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' };
    expectRefus(await head(SUIVI, { ...entetes, ...SIGNEE }, morceau), 413, /32 ko/);
  });

  it('mal signé trop souvent, n’est plus lu', async () => {
    const formulaire = { ...SIGNEE, 'Content-Type': 'application/x-www-form-urlencoded' };
    for (let i = 0; i < 31; i += 1) {
      await head(SUIVI, { ...formulaire, 'Content-Length': '3' }, 'a=1');
    }
    expect(await head(SUIVI, { ...DEUX_MEGA, ...SIGNEE })).toMatchObject({
      status: 429,
      garde: false,
    });
  });
});

describe('l’accusé de réception que prouve l’adresse', () => {
  let chemin: string;

  beforeAll(async () => {
    base = await openBaseDuGuide('sms-administrateur', { PUBLIC_URL: PUBLIC }, { listen: true });
    const { data } = await base.ask<ParametresLus>('get', '/parametres');
    const sms = compteSmsSchema.parse({
      fournisseur: 'http-generic',
      expediteur: 'BGE',
      passerelle: {
        url: 'https://passerelle.exemple.fr/envoi',
        suivi: { statut: 'status.value', cle: 'cle', statuts: { '1': 'remis' } },
      },
    });
    const { erreur } = await base.ask('put', '/parametres', { ...data.parametres, sms });
    expect(erreur).toBeNull();
    const relus = await base.ask<ParametresLus>('get', '/parametres');
    chemin = relus.data.urlSuivi!.replace(PUBLIC, '');
  });
  afterAll(() => base.close());

  it('n’est pas lu quand l’adresse est fausse, ni au-delà de 32 ko', async () => {
    expect(await head(`POST ${chemin}x`, DEUX_MEGA)).toMatchObject({ status: 403, garde: false });
    expectRefus(await head(`POST ${chemin}`, DEUX_MEGA), 413, /32 ko/);
    expectRefus(await head(`POST ${chemin}`, GZIP), 415, /compress/);
  });

  it('profond ou large, est refusé sans être parcouru', async () => {
    const profond = `${'['.repeat(15_000)}${']'.repeat(15_000)}`;
    const large = JSON.stringify({ n: Array.from({ length: 9_000 }, () => 1) });
    for (const corps of [profond, large]) {
      const reponse = await anonymous(base.app).post(chemin).type('json').send(corps);
      expect(reponse.status).toBe(400);
      expect((reponse.body as ReponseBrute['body'])?.error?.message).toMatch(/trop de champs/);
    }
  });

  it('bien formé, est reçu', async () => {
    const reponse = await anonymous(base.app)
      .post(chemin)
      .send({ cle: 'inconnue', status: { value: '1' } });
    expect(reponse.status).toBe(200);
  });

  it('mal formé, il l’apprend', async () => {
    for (const [type, corps] of [
      ['json', '{"a":'],
      ['multipart/form-data', 'x'],
      ['multipart/form-data; boundary=x', '--x\r\n'],
    ] as const) {
      const reponse = await anonymous(base.app).post(chemin).type(type).send(corps);
      expect(reponse.status).toBe(400);
      expect((reponse.body as ReponseBrute['body'])?.error?.message).toMatch(/^Cette demande/);
    }
  });

  it('le clic de désinscription ne lit rien de ce qu’on lui envoie', async () => {
    expect(await head('POST /api/sms-mailing/d/faux', DEUX_MEGA)).toMatchObject({
      status: 404,
      garde: false,
    });
  });
});

describe('toute autre demande', () => {
  beforeAll(async () => {
    base = await openBaseDuGuide('sms-administrateur', {}, { listen: true });
  });
  afterAll(() => base.close());

  const PUBLIQUES = [
    '/admin/login',
    '/admin/forgot-password',
    '/admin/register-admin',
    '/admin/reset-password',
    '/api/auth/local',
    '/sms-mailing/modeles',
    '/upload',
    '/nulle-part',
  ];

  it.each(PUBLIQUES)('sans identité, POST %s n’est pas lu au-delà de 32 ko', async (chemin) => {
    expectRefus(await head(`POST ${chemin}`, DEUX_MEGA), 413, /32 ko/);
  });

  it.each(PUBLIQUES)(
    'sans identité, POST %s ne reçoit ni fichier ni corps compressé',
    async (chemin) => {
      const fichier = {
        'Content-Type': 'multipart/form-data; boundary=x',
        'Content-Length': '9000',
      };
      expectRefus(await head(`POST ${chemin}`, fichier), 400, /fichier/);
      expectRefus(await head(`POST ${chemin}`, GZIP), 415, /compress/);
    }
  );

  it('identifiée, elle n’est pas non plus décompressée', async () => {
    const reponse = await base.admin
      .post('/sms-mailing/modeles')
      .set('Content-Encoding', 'gzip')
      .type('json')
      .serialize((corps: unknown) => corps as string)
      .send(gzipSync('{}') as unknown as string);
    expect(reponse.status).toBe(415);
  });

  it.each([
    '/admin/login',
    '/api/auth/local',
    '/sms-mailing/modeles',
    '/content-manager/collection-types/api::entrepreneur.entrepreneur',
    '/nulle-part',
  ])('mal formée, POST %s l’apprend en français', async (chemin) => {
    for (const corps of ['{"a":', '"texte"', '{"__proto__":{"x":1}}', '[['.repeat(9_000)]) {
      const reponse = await base.admin.post(chemin).type('json').send(corps);
      expect(reponse.status).toBe(400);
      expect((reponse.body as ReponseBrute['body'])?.error?.message).toMatch(
        /^Cette demande est illisible/
      );
    }
  });

  it.each(['/sms-mailing/pieces-jointes', '/upload'])(
    'un envoi de fichiers mal formé à %s l’apprend en français',
    async (chemin) => {
      for (const [type, corps] of [
        ['multipart/form-data', 'x'],
        [
          'multipart/form-data; boundary=x',
          '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\ncoupé',
        ],
        ['multipart/form-data; boundary=x', 'rien de tel'],
      ] as const) {
        const reponse = await base.admin.post(chemin).type(type).send(corps);
        expect(reponse.status).toBe(400);
        expect((reponse.body as ReponseBrute['body'])?.error?.message).toMatch(
          /^Cette demande est illisible/
        );
      }
    }
  );

  it('trop lourde, elle apprend la limite', async () => {
    const reponse = await base.admin
      .post('/sms-mailing/modeles')
      .send({ nom: 'x'.repeat(2_100_000) });
    expect(reponse.status).toBe(413);
    expect((reponse.body as ReponseBrute['body'])?.error?.message).toMatch(/2 Mo/);
  });

  it('trop de fichiers à la fois sont refusés, et aucun fichier reçu ne reste dans le dossier temporaire', async () => {
    const avant = new Set(readdirSync(tmpdir()));
    const lots: [string, number][] = [
      ['/sms-mailing/pieces-jointes', 40],
      ['/sms-mailing/modeles', 2],
      ['/nulle-part', 2],
    ];
    for (const [chemin, nombre] of lots) {
      const envoi = base.admin.post(chemin);
      for (let i = 0; i < nombre; i += 1) {
        envoi.attach(`champ${i}`, Buffer.from('%PDF-1.4\n%%EOF\n'), `f${i}.pdf`);
      }
      const { status } = await envoi;
      expect(status).toBe(nombre === 40 ? 413 : chemin === '/nulle-part' ? 405 : 400);
    }
    // As they are named while they are received; those of another file of tests go too.
    const reste = (nom: string) => /^[a-z][0-9a-z]{24}(?:\.|$)/.test(nom) && !avant.has(nom);
    await expect.poll(() => readdirSync(tmpdir()).filter(reste)).toEqual([]);
  });
});
