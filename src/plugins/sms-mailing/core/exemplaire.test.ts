import { describe, expect, it } from 'vitest';
import { findQuotaAtteint, QUOTAS } from './exemplaire';

const MAINTENANT = new Date('2022-03-03T14:00:00Z');
const ilYA = (secondes: number): Date => new Date(MAINTENANT.getTime() - secondes * 1_000);
const fois = (combien: number, secondes: number): Date[] =>
  Array.from({ length: combien }, () => ilYA(secondes));

describe('Décision G12 : ce que l’on peut se faire envoyer', () => {
  const { exemplaire } = QUOTAS;

  it.each([
    ['rien encore', [], null],
    ['un de moins que la minute', fois(exemplaire.parMinute - 1, 10), null],
    ['la minute', fois(exemplaire.parMinute, 10), 'minute'],
    ['la minute, passée', fois(exemplaire.parMinute, 60), null],
    ['le jour', fois(exemplaire.parJour, 3_600), 'jour'],
    ['le jour, passé', fois(exemplaire.parJour, 86_400), null],
    ['une heure qui a reculé : ce qui vient d’être demandé compte', fois(6, -5), 'minute'],
  ])('%s : %s', (_cas, demandes, attendu) => {
    expect(findQuotaAtteint(exemplaire, demandes, MAINTENANT)).toBe(attendu);
  });
});
