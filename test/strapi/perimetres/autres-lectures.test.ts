import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { url } from '../fiches-ecrites';
import type { Agent, Brute } from '../harness';
import { openPerimetres, type Fiche, type Perimetres } from './base';

/** « Antenne principale », which is Arras. */
let perimetres: Perimetres;
let agent: Agent;

beforeAll(async () => {
  perimetres = await openPerimetres();
  ({ agent } = perimetres);
  await perimetres.setEtendues(['antenne']);
});
afterAll(() => perimetres.close());

const TYPES = [
  'entrepreneur',
  'contact-individuel',
  'entreprise-partenaire',
  'action',
  'participation',
];
const uidOf = (type: string): string => `api::${type}.${type}`;
const ficheDe = (type: string, antenne: string): Fiche =>
  perimetres.fiches[type]!.find((fiche) => fiche.antenne === antenne)!;

/** Every address of the Content Manager that reads a fiche by its documentId, besides its own page. */
const LECTURES: Readonly<Record<string, (type: string, documentId: string) => PromiseLike<Brute>>> =
  {
    'avant une publication groupée': (type, documentId) =>
      agent.post(url(type, '/actions/bulkFindForValidation')).send({ documentIds: [documentId] }),
    'd’une langue à l’autre': (type, documentId) =>
      agent.get(`/i18n/content-manager/get-fill-from-locale/${uidOf(type)}`).query({
        ...{ documentId, sourceLocale: 'fr', targetLocale: 'fr' },
        collectionType: 'collection-types',
      }),
    'd’une langue à l’autre, sans la nommer': (type) =>
      agent.get(`/i18n/content-manager/get-fill-from-locale/${uidOf(type)}`).query({
        ...{ sourceLocale: 'fr', targetLocale: 'fr', collectionType: 'single-types' },
      }),
    'ses brouillons': (type, documentId) =>
      agent.get(url(type, `/${documentId}/actions/countDraftRelations`)),
    'leurs brouillons': (type, documentId) =>
      agent
        .get(url(type, '/actions/countManyEntriesDraftRelations'))
        .query({ documentIds: [documentId] }),
    'ses copies': (type, documentId) => agent.post(url(type, `/auto-clone/${documentId}`)).send({}),
    'ses liens': (type, documentId) =>
      agent.get(`/content-manager/relations/${uidOf(type)}/${documentId}/antenne`),
  };

describe.each(TYPES)('une fiche d’ailleurs (%s) ne se lit pas, ni ne se devine', (type) => {
  it.each(Object.keys(LECTURES))('%s', async (nom) => {
    const { documentId } = ficheDe(type, 'Lens');
    const { status, text } = (await LECTURES[nom]!(type, documentId)) as Brute & { text: string };
    expect(status).toBeGreaterThanOrEqual(400);
    for (const signe of [documentId, 'P-Lens', 'createdAt']) {
      expect(text).not.toContain(signe);
    }
  });
});
