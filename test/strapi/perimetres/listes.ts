import { expect } from 'vitest';
import { url } from '../fiches-ecrites';
import type { Agent, Brute } from '../harness';
import type { Etendue } from '../../../src/plugins/sms-mailing/core/perimetre';
import { isDedans, MOI, type Perimetres } from './base';

/** Of those of the test, the base of the guide having its own. */
export function notres(
  { fiches }: Perimetres,
  type: string,
  lus: readonly { documentId: string }[]
): string[] {
  const connus = new Set(fiches[type]!.map(({ documentId }) => documentId));
  return lus.flatMap(({ documentId }) => (connus.has(documentId) ? [documentId] : [])).sort();
}

export function attendues(
  { fiches }: Perimetres,
  type: string,
  etendues: readonly Etendue[],
  siens = MOI
): string[] {
  return fiches[type]!.filter((fiche) => isDedans(fiche, etendues, siens))
    .map(({ documentId }) => documentId)
    .sort();
}

/** Every page of a list of the Content Manager. */
export async function listDuCrm(
  perimetres: Perimetres,
  type: string,
  agent: Agent
): Promise<string[]> {
  const lues: { documentId: string }[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const { status, body } = (await agent.get(url(type)).query({ page, pageSize: 100 })) as Brute;
    expect([type, status]).toEqual([type, 200]);
    const { results, pagination } = body as {
      results: { documentId: string }[];
      pagination: { pageCount: number };
    };
    lues.push(...results);
    pages = pagination.pageCount;
  }
  expect(new Set(lues.map(({ documentId }) => documentId)).size).toBe(lues.length);
  return notres(perimetres, type, lues);
}

/** Every page of a search page of the module, whose total is that of its lines. */
export async function listPages(
  agent: Agent,
  chemin: string,
  recherche: string
): Promise<{ documentId: string }[]> {
  const lues: { documentId: string }[] = [];
  for (let page = 1, total = 1; lues.length < total; page += 1) {
    const { status, body } = (await agent
      .get(`/sms-mailing${chemin}`)
      .query({ recherche, page, pageSize: 100 })) as Brute;
    const { data } = body as { data: { total: number; lignes: { documentId: string }[] } };
    expect([status, data.lignes.length > 0 || data.total === 0]).toEqual([200, true]);
    lues.push(...data.lignes);
    ({ total } = data);
  }
  return lues;
}

/** The search page of a family, as the module answers it. */
export async function listDuRepertoire(
  perimetres: Perimetres,
  type: string,
  agent: Agent
): Promise<string[]> {
  const chemin = `/personnes/${type.replaceAll('-', '_')}`;
  return notres(perimetres, type, await listPages(agent, chemin, 'P-'));
}
