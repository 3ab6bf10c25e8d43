import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { up } from '../../database/migrations/2026.11.28T18.00.00.reponses';
import { openBancReponses, type BancReponses } from './banc-reponses';
import type { BaseDuGuide } from './base-du-guide';

let banc: BancReponses;
let base: BaseDuGuide;
let action: string;
let jetons: Record<string, string>;

beforeAll(async () => {
  banc = await openBancReponses();
  ({ base, action, jetons } = banc);
});
afterAll(() => base.close());

describe('une réponse vaut pour le rendez-vous dont elle parle (G16)', () => {
  const modifier = async (data: object) => {
    const { status } = await base.admin
      .put(`/content-manager/collection-types/api::action.action/${action}`)
      .send(data);
    expect(status).toBe(200);
  };

  beforeEach(async () => {
    await banc.repondre(jetons.palmer!, 'non');
    await banc.repondre(jetons.palmer!, 'oui');
    expect((await banc.de('palmer')).confirme).toBe(true);
  });

  it.each([
    ['la date', () => ({ date: '2022-03-06' })],
    ['l’heure', () => ({ heureDebut: '10:00:00.000' })],
    ['le lien de la visio', () => ({ lienVisio: 'https://visio.bge.test/autre' })],
    ['le lieu', () => ({ site: { set: [{ documentId: base.seed.sites.Arras!.documentId }] } })],
  ])('%s change : elle redevient « sans réponse »', async (_, changement) => {
    await modifier(changement());
    expect(await banc.de('palmer')).toEqual({
      statut: 'Inscrit',
      confirme: null,
      source: null,
      le: null,
    });
  });

  it('ce qui ne change pas le rendez-vous la garde, le même lieu reposé compris', async () => {
    await modifier({
      objet: 'Atelier renommé',
      capacite: 12,
      site: { set: [{ documentId: base.seed.sites.Arras!.documentId }] },
    });
    expect(await banc.de('palmer')).toMatchObject({ confirme: true, source: 'Lien' });
  });

  it('qui s’est désisté le reste, et peut encore revenir', async () => {
    await banc.repondre(jetons.palmer!, 'non');
    await modifier({ date: '2022-03-05' });
    expect(await banc.de('palmer')).toMatchObject({ statut: 'Annulé', confirme: false });
    await banc.repondre(jetons.palmer!, 'oui');
    expect(await banc.de('palmer')).toMatchObject({ statut: 'Inscrit', confirme: true });
  });

  it('notée par un collègue, elle est datée par le serveur et garde sa source', async () => {
    const { participants } = await banc.fiche();
    const { participationDocumentId } = participants.find(({ nom }) => nom.startsWith('PALMER'))!;
    const noter = (data: object) =>
      base.admin
        .put(
          `/content-manager/collection-types/api::participation.participation/${participationDocumentId}`
        )
        .send(data);
    const note = { confirme: false, confirmeSource: 'Téléphone', confirmeLe: null };
    expect((await noter(note)).status).toBe(200);
    expect(await banc.de('palmer')).toMatchObject({
      confirme: false,
      source: 'Téléphone',
      le: expect.any(Date) as Date,
    });
    // By other software, that knows of « confirmé » alone: nobody knows how it was heard.
    expect((await noter({ confirme: true })).status).toBe(200);
    expect(await banc.de('palmer')).toMatchObject({ confirme: true, source: null });
  });
});

it('d’une base d’avant, « pas confirmé » devient « sans réponse », et ce qui l’est le reste', async () => {
  await base.sql('UPDATE participations SET confirme = (id % 2 = 0)');
  const [avant] = await base.sql<{ oui: number }>(
    'SELECT count(*)::int AS oui FROM participations WHERE confirme'
  );
  await up(base.app.strapi.db.connection as never);
  const [apres] = await base.sql<{ oui: number; non: number }>(
    'SELECT count(*) FILTER (WHERE confirme)::int AS oui, count(*) FILTER (WHERE NOT confirme)::int AS non FROM participations'
  );
  expect(apres).toEqual({ oui: avant!.oui, non: 0 });
});
