import { expect, it } from 'vitest';
import type { CaseAccord, RefusDit } from '../../../../core/accord';
import { sayExclusions } from './say-exclusions';

const GENRE = { typeDestinataire: 'entrepreneur', typeContact: 'sms', but: 'suivi' } as const;
const OPPOSITION = { source: 'STOP opérateur', survenueLe: '2022-03-01T10:00:00Z' };
const NON: RefusDit & { quoi: CaseAccord } = {
  ...{ quoi: 'sms', valeur: 'non', auteur: 'Julie', ecran: 'sur la fiche complète' },
  survenuLe: '2022-03-02T10:00:00Z',
};

it('à côté de chacun, ce qu’il a dit, et rien d’autre', async () => {
  const demandes: string[] = [];
  const lues = await sayExclusions(
    {
      listOpposees: async (_type, documentIds, portees) => {
        demandes.push(`${documentIds.join()} ${portees.join()}`);
        return documentIds.map((documentId) => ({ documentId, ...OPPOSITION }));
      },
      listDernieresCases: async (_type, documentIds, cases) => {
        demandes.push(`${documentIds.join()} ${cases.join()}`);
        return documentIds.map((documentId) => ({
          ...{ documentId, ...NON },
          valeur: documentId === 'd' ? 'oui' : 'non',
        }));
      },
    },
    GENRE,
    [
      { documentId: 'a', motif: null },
      { documentId: 'b', motif: 'opposition' },
      { documentId: 'c', motif: 'sms_non_accepte' },
      { documentId: 'd', motif: 'sms_non_accepte' },
      { documentId: 'e', motif: 'fiche_inactive' },
    ]
  );
  expect(demandes).toEqual(['b tout,sms', 'c,d sms']);
  expect(lues.map(({ documentId, opposition, refus }) => [documentId, opposition, refus])).toEqual([
    ['a', null, null],
    ['b', OPPOSITION, null],
    ['c', null, { ...NON }],
    ['d', null, null],
    ['e', null, null],
  ]);
});
