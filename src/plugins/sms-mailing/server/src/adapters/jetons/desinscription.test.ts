import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkJetonChange } from '../../../../test/fakes/jeton-change';
import { listCles } from './cles';
import { createDesinscription, readJetonDesinscription } from './desinscription';

const cles = listCles('maitre', [], 'desinscription');
const jetonDe = (envoiId: number, avec = cles): string =>
  createDesinscription('', avec).lien(envoiId, '');

describe('le jeton de désinscription', () => {
  it('nomme son envoi, quel que soit son numéro', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (id) => {
        expect(readJetonDesinscription(cles, jetonDe(id))).toBe(id);
      })
    );
  });

  it('n’a qu’une écriture : tout autre octet est refusé', () => {
    const jeton = jetonDe(46_655);
    const autres = [
      jeton.replace('zzz', 'ZZZ'),
      `0${jeton}`,
      `+${jeton}`,
      ` ${jeton}`,
      `${jeton}.reste`,
      `${jeton}\n`,
      `${jeton}=`,
      jeton.replace('.', '!.'),
      jeton.replace('.', '..'),
    ];
    expect(jeton.startsWith('zzz.')).toBe(true);
    expect(readJetonDesinscription(cles, jeton)).toBe(46_655);
    expect(autres.map((autre) => readJetonDesinscription(cles, autre))).toEqual(
      autres.map(() => null)
    );
  });

  it('un caractère changé ne mène à aucun envoi', () => {
    checkJetonChange(jetonDe(7), 7, (jeton) => readJetonDesinscription(cles, jeton));
  });

  it('survit à la clé qui l’a signé, tant qu’elle est déclarée comme précédente', () => {
    const ancien = jetonDe(7, listCles('ancien', [], 'desinscription'));
    const apres = listCles('maitre', ['ancien'], 'desinscription');
    expect(readJetonDesinscription(apres, ancien)).toBe(7);
    expect(readJetonDesinscription(apres, jetonDe(7, apres))).toBe(7);
    expect(readJetonDesinscription(cles, ancien)).toBeNull();
  });

  it('celui d’avant les clés nommées est encore reconnu', () => {
    const signature = createHmac('sha256', 'maitre').update('desinscription:7').digest('base64url');
    expect(readJetonDesinscription(cles, `7.${signature.slice(0, 16)}`)).toBe(7);
  });
});
