import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIEN, openBancReponses, PUBLIC, RAPPEL, type BancReponses } from './banc-reponses';
import type { BaseDuGuide } from './base-du-guide';
import { anonymous } from './harness';
import { sendHead } from './prise-brute';

let banc: BancReponses;
let base: BaseDuGuide;
let action: string;
let jetons: Record<string, string>;

beforeAll(async () => {
  banc = await openBancReponses();
  ({ base, action, jetons } = banc);
});
afterAll(() => base.close());

describe('le lien tient dans un SMS', () => {
  it('il part entier, court, et s’ouvre', async () => {
    const modele = await base.createModele({
      typeContact: 'sms',
      nom: 'Rappel SMS',
      message: 'RDV le ${action_date# j/m à H:i}. Viendrez-vous ? ${action_lien_confirmation}',
    });
    const corps = { modeleDocumentIds: [modele] };
    const { data: avant } = await base.ask<{ credits: number }>(
      'post',
      `/actions/${action}/avant-envoi`,
      corps
    );
    await base.ask('post', `/actions/${action}/envoyer`, corps);
    await banc.avance(1);
    const recus = base.listSms().filter(({ texte }) => texte.includes('Viendrez-vous'));
    expect(recus.length).toBeGreaterThan(0);
    // One credit each, foreseen as it left: the link of a preview is as long as the true one.
    expect(avant.credits).toBe(recus.length);
    for (const { texte } of recus) {
      const [lien = '', jeton = ''] = LIEN.exec(texte) ?? [];
      expect(lien.length).toBeLessThanOrEqual(PUBLIC.length + 29);
      expect((await banc.ouvrir(jeton)).status).toBe(200);
    }
    expect(recus.some(({ texte }) => texte.includes(jetons.palmer!))).toBe(true);
  });
});

describe('le lien est une porte publique', () => {
  it('d’un aperçu ou d’un exemplaire, il n’ouvre rien', async () => {
    const { data } = await base.ask<{ texte: string }>('post', '/modeles-apercu', {
      cobaye: {
        typeDestinataire: 'entrepreneur',
        documentId: base.seed.entrepreneurs.palmer!.documentId,
        actionDocumentId: action,
      },
      modele: { typeContact: 'email', but: 'suivi', ...RAPPEL },
    });
    const jeton = LIEN.exec(data.texte)?.[1] ?? '';
    expect(jeton).toHaveLength(jetons.palmer!.length);
    expect((await banc.ouvrir(jeton)).status).toBe(404);
  });

  it('une réponse illisible ne change rien, et le dit', async () => {
    const avant = await banc.de('palmer');
    for (const corps of [{}, { reponse: 'peut-être' }, { reponse: ['oui', 'non'] }]) {
      const { status, text } = await anonymous(base.app)
        .post(`/api/c/${jetons.palmer!}`)
        .send(corps);
      expect([status, text.includes('Votre réponse n’est pas arrivée')]).toEqual([400, true]);
    }
    expect(await banc.de('palmer')).toEqual(avant);
  });

  it('un corps compressé ou de plus de 32 ko n’est pas lu', async () => {
    const url = base.app.url!;
    const requete = `POST /api/c/${jetons.palmer!}`;
    const json = { 'Content-Type': 'application/json' };
    expect(await sendHead(url, requete, { ...json, 'Content-Length': '2000000' })).toMatchObject({
      status: 413,
    });
    const { status } = await anonymous(base.app)
      .post(`/api/c/${jetons.palmer!}`)
      .set('Content-Encoding', 'gzip')
      .type('form')
      .send(gzipSync('reponse=non').toString('latin1'));
    expect(status).toBe(415);
  });

  it('deviner est freiné ; un vrai lien passe toujours', async () => {
    const statuts = new Set<number>();
    for (let i = 0; i < 32; i += 1) {
      statuts.add((await banc.ouvrir(`7f3${'0'.repeat(13)}`)).status);
    }
    expect([...statuts]).toEqual([404, 429]);
    expect((await banc.ouvrir(jetons.palmer!)).status).toBe(200);
  });

  it('qui change d’avis sans cesse est prié d’attendre', async () => {
    let dernier = 0;
    for (let i = 0; i < 21; i += 1) {
      dernier = (await banc.repondre(jetons.diallo!, 'oui')).status;
    }
    expect(dernier).toBe(429);
  });
});
