import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBaseDuGuide, type BaseDuGuide } from '../base-du-guide';

let base: BaseDuGuide;
beforeAll(async () => {
  base = await openBaseDuGuide();
});
afterAll(() => base.close());

const PDF = Buffer.from('%PDF-1.4\n%%EOF\n');

it.each([
  ['x.constructor', /formats acceptés/],
  ['x.__proto__', /formats acceptés/],
  ['x.toString', /formats acceptés/],
  ['constructor', /formats acceptés/],
  [`${'é'.repeat(260)}.pdf`, /dépasse 255 caractères/],
  ['', /./],
])('un fichier nommé « %s » est refusé avec une phrase', async (nom, phrase) => {
  const reponse = await base.admin
    .post('/sms-mailing/pieces-jointes')
    .attach('fichiers', PDF, { filename: nom, contentType: 'application/pdf' });
  const { error } = reponse.body as { error?: { message: string } };
  expect({ status: reponse.status, message: error?.message }).toEqual({
    status: 400,
    message: expect.stringMatching(phrase) as string,
  });
});

it.each(['2147483648', '1,2147483648', '-1', '1;2', 'constructor', '1,'.repeat(30) + '1'])(
  'des fichiers déjà joints « %s » sont refusés',
  async (dejaJointes) => {
    const reponse = await base.admin
      .post('/sms-mailing/pieces-jointes')
      .field('dejaJointes', dejaJointes)
      .attach('fichiers', PDF, 'programme.pdf');
    expect(reponse.status).toBe(400);
  }
);

it.each(['x.constructor', 'x.__proto__', `${'a'.repeat(300)}.png`])(
  'la médiathèque ne tombe pas sur « %s »',
  async (nom) => {
    const reponse = await base.admin
      .post('/upload')
      .attach('files', PDF, { filename: nom, contentType: 'application/pdf' });
    expect(reponse.status).toBeLessThan(500);
  }
);
