import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toReponse } from '../base-du-guide';
import { idOf, url } from '../fiches-ecrites';
import { agentFor, agentOf, createUser, logicielFor, type Agent, type Brute } from '../harness';
import { ACTION, openPerimetres, type Fiche, type Perimetres } from './base';

/** « Antenne principale », which is Arras: what else could be reached from there. */
let perimetres: Perimetres;
let agent: Agent;

const ficheDe = (type: string, antenne: string | null, ...suivie: string[]): Fiche =>
  perimetres.fiches[type]!.find(
    (fiche) => fiche.antenne === antenne && fiche.suivie.join() === suivie.join()
  )!;
const referentDe = async (documentId: string): Promise<unknown> =>
  (
    await perimetres.base.sql(
      `SELECT a.nom AS antenne FROM entrepreneurs e
         LEFT JOIN entrepreneurs_antenne_lnk l ON l.entrepreneur_id = e.id
         LEFT JOIN antennes a ON a.id = l.antenne_id WHERE e.document_id = $1`,
      [documentId]
    )
  )[0];

beforeAll(async () => {
  perimetres = await openPerimetres();
  ({ agent } = perimetres);
  await perimetres.setEtendues(['antenne'], `subject IS DISTINCT FROM 'api::action.action'`);
});
afterAll(() => perimetres.close());

describe('une fiche écrite reste dans le périmètre', () => {
  const phrase = /^Cette fiche serait hors de votre périmètre : choisissez votre antenne/;

  it('elle n’en sort pas par un changement d’antenne, et rien n’est écrit', async () => {
    const { documentId } = ficheDe('entrepreneur', 'Arras', 'moi');
    const reponse = toReponse(
      await agent
        .put(url('entrepreneur', `/${documentId}`))
        .send({ antenne: { connect: [{ documentId: perimetres.documents['Lens'] }] } })
    );
    expect(reponse.status).toBe(403);
    expect(reponse.erreur?.message).toMatch(phrase);
    expect(await referentDe(documentId)).toEqual({ antenne: 'P-Arras' });
  });

  it('elle n’y naît pas dehors, et naît dedans', async () => {
    const creer = async (antenne: string) =>
      toReponse(
        await agent.post(url('entrepreneur')).send({
          ...{ nom: 'NOUVELLE', prenom: 'Zoé' },
          antenne: { connect: [{ documentId: perimetres.documents[antenne] }] },
        })
      );
    const refus = await creer('Lens');
    expect([refus.status, refus.erreur?.message]).toEqual([403, expect.stringMatching(phrase)]);
    expect((await creer('Arras')).status).toBe(201);
    const [{ n } = { n: 0 }] = await perimetres.base.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM entrepreneurs WHERE nom = 'NOUVELLE'`
    );
    expect(n).toBe(1);
  });

  it('celle que crée un Conseiller sans fiche Intervenant prend l’antenne où il est rattaché', async () => {
    const { base, ids } = perimetres;
    const compte = await createUser(base.app, 'sms-conseiller');
    await base.sql('INSERT INTO sms_rattachements (utilisateur_id, antenne_id) VALUES ($1, $2)', [
      compte.id,
      ids['Lens'],
    ]);
    const reponse = await (
      await agentOf(base.app, compte)
    )
      .post(url('entrepreneur'))
      .send({ nom: 'D’ACCUEIL', prenom: 'Zoé' });
    expect(reponse.status).toBe(201);
    expect(await referentDe(idOf(reponse))).toEqual({ antenne: 'P-Lens' });
  });

  it('une fiche d’ailleurs n’est pas copiée', async () => {
    const { documentId } = ficheDe('entrepreneur', 'Lens', 'autre');
    const { status } = await agent.post(url('entrepreneur', `/clone/${documentId}`)).send({});
    expect(status).toBe(403);
  });
});

describe('on ne relie que des fiches du périmètre', () => {
  const phrase = /^Une des fiches que vous reliez est hors de votre périmètre/;
  const FORMES = [
    (id: string) => ({ connect: [{ documentId: id }] }),
    (id: string) => ({ connect: [id] }),
    (id: string) => ({ set: [{ documentId: id }] }),
    (id: string) => [id],
    (id: string) => ({ disconnect: [{ documentId: id }] }),
  ];

  it.each(FORMES)('le parcours d’un autre ne change pas de main : forme %#', async (forme) => {
    const mienne = ficheDe('entrepreneur', 'Arras', 'moi');
    const parcours = ficheDe('parcours', 'Lens', 'autre');
    const reponse = toReponse(
      await agent
        .put(url('entrepreneur', `/${mienne.documentId}`))
        .send({ parcours: forme(parcours.documentId) })
    );
    expect([reponse.status, reponse.erreur?.message]).toEqual([403, expect.stringMatching(phrase)]);
    const [lien] = await perimetres.base.sql<{ document_id: string }>(
      `SELECT e.document_id FROM parcours_entrepreneur_lnk l JOIN entrepreneurs e ON e.id = l.entrepreneur_id
        WHERE l.parcours_id = $1`,
      [parcours.id]
    );
    expect(lien?.document_id).toBe(ficheDe('entrepreneur', 'Lens', 'autre').documentId);
  });

  it('une participation ne s’inscrit pas au nom d’une personne d’ailleurs', async () => {
    const action = ficheDe('action', 'Arras', 'moi');
    const inscrire = async (entrepreneur: Fiche) =>
      toReponse(
        await agent.post(url('participation')).send({
          action: { connect: [{ documentId: action.documentId }] },
          entrepreneur: { connect: [{ documentId: entrepreneur.documentId }] },
        })
      );
    expect((await inscrire(ficheDe('entrepreneur', 'Lens', 'autre'))).status).toBe(403);
    expect((await inscrire(ficheDe('entrepreneur', 'Arras', 'autre'))).status).toBe(201);
  });
});

describe('ce qui traverse une relation ne montre personne d’autre', () => {
  it('un filtre ne trouve que par les fiches du périmètre', async () => {
    const action = await perimetres.create('action', { ...ACTION, objet: 'À deux' });
    for (const antenne of ['Arras', 'Lens']) {
      const { documentId: entrepreneur } = ficheDe('entrepreneur', antenne, 'collègue');
      await perimetres.create('participation', { entrepreneur, action: action.documentId });
    }
    const chercher = async (nom: string, qui = agent) => {
      const { status, body } = (await qui
        .get(url('action'))
        .query({ 'filters[participations][entrepreneur][nom][$eq]': nom })) as Brute;
      return [status, (body as { results: { documentId: string }[] }).results.length];
    };
    const superAdmin = await agentFor(perimetres.base.app, 'strapi-super-admin');
    expect(await chercher('P-Lens-collègue', superAdmin)).toEqual([200, 2]);
    expect(await chercher('P-Arras-collègue')).toEqual([200, 2]);
    expect(await chercher('P-Lens-collègue')).toEqual([200, 0]);

    const { body } = (await agent.get(url('action', `/${action.documentId}`))) as Brute;
    expect((body as { data: object }).data).toMatchObject({ participations: { count: 1 } });
    const relations = `/content-manager/relations/api::action.action/${action.documentId}/participations`;
    const page = (await agent.get(relations)).body as {
      results: unknown[];
      pagination: { total: number };
    };
    expect([page.results.length, page.pagination.total]).toEqual([1, 1]);
  });

  it('un tri non plus', async () => {
    const trier = async (tri: string) => {
      const reponse = await agent.get(url('action')).query({ sort: tri });
      return [reponse.status, toReponse(reponse).erreur?.message ?? null];
    };
    const refus = [403, expect.stringMatching(/^Ce tri passe par des fiches hors/)];
    expect(await trier('participations.entrepreneur.nom:asc')).toEqual(refus);
    expect(await trier('participations.statut:asc')).toEqual(refus);
    expect(await trier('objet:asc')).toEqual([200, null]);
    const { status } = await agent.get(url('participation')).query({ sort: 'entrepreneur.nom' });
    expect(status).toBe(200);
  });

  it('la recherche d’une relation n’offre que le périmètre, quoi qu’on lui demande', async () => {
    const { status, body } = (await agent
      .get('/content-manager/relations/api::participation.participation/entrepreneur')
      .query({ pageSize: 100, _q: 'P-', 'filters[situations][date][$notNull]': true })) as Brute;
    expect(status).toBe(200);
    const offertes = (body as { results: { documentId: string }[] }).results;
    const voulues = perimetres.fiches['entrepreneur']!.filter(({ antenne }) => antenne === 'Arras');
    expect(offertes.map(({ documentId }) => documentId).sort()).toEqual(
      voulues.map(({ documentId }) => documentId).sort()
    );
  });

  it('un jeton d’API voit tout, comme décidé', async () => {
    const logiciel = await logicielFor(perimetres.base.app);
    const { body } = (await logiciel.get(
      '/api/entrepreneurs?filters[nom][$startsWith]=P-'
    )) as Brute;
    expect((body as { meta: { pagination: { total: number } } }).meta.pagination.total).toBe(
      perimetres.fiches['entrepreneur']!.length
    );
  });
});
