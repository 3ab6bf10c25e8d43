import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Response } from 'supertest';
import type {
  CoordonneeOpposee,
  PageOppositions,
} from '../../src/plugins/sms-mailing/core/api/oppositions';
import type { ListeDestinataires } from '../../src/plugins/sms-mailing/core/api/campagnes';
import type { AvantEnvoi } from '../../src/plugins/sms-mailing/core/api/fiches';
import { openBaseDuGuide, type BaseDuGuide } from './base-du-guide';
import { anonymous } from './harness';

const LIEN = /https:\/\/rdv\.bge\.test(\/api\/sms-mailing\/d\/[^"\s]+)/;
const OBJET = 'La lettre de mars';

let base: BaseDuGuide;
/** The path of the link that each received, by surname. */
const liens: Record<string, string> = {};

beforeAll(async () => {
  base = await openBaseDuGuide('sms-administrateur', { PUBLIC_URL: 'https://rdv.bge.test' });
  const lettre = await base.createModele({
    ...{ typeContact: 'newsletter', nom: 'Lettre', objet: OBJET, but: 'promotion' },
    message: '<p>Bonjour ${personne/personne_nom}</p>',
  });
  await base.sql(`UPDATE entrepreneurs SET consentement_rgpd = 'Oui', accepte_sms = true`);
  for (const qui of ['palmer', 'martin', 'diallo', 'lefebvre']) {
    const { documentId } = base.seed.entrepreneurs[qui]!;
    const { erreur } = await base.ask('post', `/entrepreneurs/${documentId}/programmer`, {
      modeleDocumentIds: [lettre],
      promotionConfirmee: true,
      force: true,
    });
    expect(erreur).toBeNull();
    await base.tick(new Date('2022-03-03T18:00:00Z'));
    const recue = base.boite.mails.pop();
    expect(recue?.subject).toBe(OBJET);
    liens[qui] = LIEN.exec(String(recue?.html))?.[1] ?? '';
    base.setHeure(new Date('2022-03-03T14:00:00Z'));
  }
});
afterAll(() => base.close());

const oppositionsDe = (qui: string) =>
  base.sql<{ portee: string; source: string; le: string }>(
    `SELECT DISTINCT o.portee, o.source, to_char(o.survenue_le, 'YYYY-MM-DD') AS le
       FROM sms_oppositions o JOIN entrepreneurs e ON e.id = o.personne_id AND o.personne_type = 'entrepreneur'
      WHERE e.document_id = $1 ORDER BY 1`,
    [base.seed.entrepreneurs[qui]!.documentId]
  );
const ouvrir = (qui: string): Promise<Response> =>
  Promise.resolve(anonymous(base.app).get(liens[qui]!));
const choisir = (qui: string, corps: object): Promise<Response> =>
  Promise.resolve(anonymous(base.app).post(liens[qui]!).type('form').send(corps));

describe('La page de désinscription', () => {
  it('en français, sans script ; l’ouvrir ne change rien', async () => {
    const { status, text, headers } = await ouvrir('palmer');
    expect(status).toBe(200);
    expect(text).toContain('<html lang="fr">');
    expect(text).not.toContain('<script');
    for (const choix of ['promotions', 'promotions_et_sms', 'tout']) {
      expect(text).toContain(`value="${choix}"`);
    }
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    expect(await oppositionsDe('palmer')).toEqual([]);
  });

  it('« plus de promotions » n’arrête qu’elles, et dit ce qui arrive encore et comment revenir', async () => {
    const { status, text } = await choisir('palmer', { choix: 'promotions' });
    expect(status).toBe(200);
    expect(text).toContain('C’est fait');
    expect(text).toMatch(/Vous recevrez encore.*convocations/s);
    expect(text).toMatch(/Pour revenir.*mailto:/s);
    expect(await oppositionsDe('palmer')).toEqual([
      { portee: 'newsletter', source: 'lien de désinscription', le: '2022-03-03' },
    ]);
    const revue = await ouvrir('palmer');
    expect(revue.text).not.toContain('value="promotions"');
    expect(revue.text).toContain('value="tout"');
  });

  it('elle se voit dans Oppositions, sur la fiche et dans le Journal', async () => {
    const { documentId } = base.seed.entrepreneurs.palmer!;
    const { data: liste } = await base.ask<PageOppositions>('get', '/oppositions?recherche=palmer');
    expect(liste.lignes).toMatchObject([
      { nom: 'PALMER Julien', portee: 'newsletter', source: 'lien de désinscription', auteur: '' },
    ]);
    const { data: fiche } = await base.ask<CoordonneeOpposee[]>(
      'get',
      `/oppositions/entrepreneur/${documentId}`
    );
    expect(fiche.flatMap(({ journal }) => journal)).toMatchObject([
      { geste: 'opposition', raison: 'lien', portee: 'newsletter' },
    ]);
    const actes = await base.sql<{ auteur: string; phrase: string }>(
      `SELECT auteur, phrase FROM sms_actes WHERE genre = 'oppositions'`
    );
    expect(actes).toMatchObject([{ auteur: 'La personne, par le lien du message' }]);
  });

  it('avant un envoi, l’exclue dit depuis quand et comment, sur la fiche comme sur la campagne', async () => {
    const dite = { source: 'lien de désinscription', survenueLe: '2022-03-03T14:00:00Z' };
    const { documentId } = base.seed.entrepreneurs.palmer!;
    const avril = await base.createModele({
      ...{ typeContact: 'newsletter', nom: 'Lettre d’avril', objet: 'Avril', but: 'promotion' },
      message: '<p>Bonjour</p>',
    });
    const corps = { modeleDocumentIds: [avril] };
    const { data } = await base.ask<AvantEnvoi>(
      'post',
      `/entrepreneurs/${documentId}/avant-envoi`,
      corps
    );
    expect(data.modeles[0]?.exclus).toMatchObject([{ motif: 'opposition', opposition: dite }]);
    const { data: liste } = await base.ask<ListeDestinataires>('post', '/campagnes/destinataires', {
      ...{ modeleDocumentId: avril, typeContact: 'newsletter' },
      ...{ filtres: { typeDestinataire: 'entrepreneur' }, recherche: 'palmer' },
    });
    expect(liste.lignes.find((ligne) => ligne.documentId === documentId)).toMatchObject({
      ...{ motif: 'opposition', opposition: dite },
    });
    expect(
      liste.lignes.every(
        ({ motif, opposition }) => (motif === 'opposition') === (opposition !== null)
      )
    ).toBe(true);
  });

  it('« plus de SMS » et « plus rien du tout » écrivent chacun leur portée', async () => {
    await choisir('martin', { choix: 'promotions_et_sms' });
    expect((await oppositionsDe('martin')).map(({ portee }) => portee)).toEqual([
      ...['newsletter', 'sms'],
    ]);
    const { text } = await choisir('diallo', { choix: 'tout' });
    expect((await oppositionsDe('diallo')).map(({ portee }) => portee)).toEqual(['tout']);
    expect(text).toContain('Vous ne recevrez plus rien de notre part');
    expect(text).not.toContain('<form');
  });

  it('les SMS ne sont proposés qu’à qui en reçoit', async () => {
    const { documentId } = base.seed.entrepreneurs.lefebvre!;
    await base.sql('UPDATE entrepreneurs SET accepte_sms = false WHERE document_id = $1', [
      documentId,
    ]);
    expect((await ouvrir('lefebvre')).text).not.toContain('promotions_et_sms');
  });

  it('un choix inconnu ne change rien, et le dit', async () => {
    for (const corps of [{ choix: 'partout' }, { choix: ['promotions', 'tout'] }, { choix: '' }]) {
      const { status, text } = await choisir('lefebvre', corps);
      expect([status, text.includes('Votre choix n’est pas arrivé')]).toEqual([400, true]);
    }
    expect(await oppositionsDe('lefebvre')).toEqual([]);
  });
});

describe('Le clic unique d’une messagerie (RFC 8058)', () => {
  it.each([
    ['en formulaire', 'application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'en plusieurs parties',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
    ],
  ])('%s, répété : 200 aussitôt, sans détour, les promotions seules', async (_, type, corps) => {
    await base.sql('DELETE FROM sms_oppositions');
    for (let fois = 0; fois < 2; fois += 1) {
      const { status, headers } = await anonymous(base.app)
        .post(liens.lefebvre!)
        .set('Content-Type', type)
        .send(corps);
      expect([status, headers.location, headers['set-cookie']]).toEqual([
        ...[200, undefined, undefined],
      ]);
    }
    expect((await oppositionsDe('lefebvre')).map(({ portee }) => portee)).toEqual(['newsletter']);
  });

  it('un lien d’ailleurs n’ouvre rien ; qui devine est freiné', async () => {
    const statuts = new Set<number>();
    for (let i = 0; i < 32; i += 1) {
      const { status } = await anonymous(base.app).get('/api/sms-mailing/d/1.aaaaaaaaaaaaaaaa');
      statuts.add(status);
    }
    expect([...statuts]).toEqual([404, 429]);
    expect((await ouvrir('palmer')).status).toBe(200);
  });
});
