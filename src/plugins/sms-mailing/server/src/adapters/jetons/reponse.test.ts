import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkJetonChange } from '../../../../test/fakes/jeton-change';
import { listCles } from './cles';
import { createJetonReponse, readJetonReponse, SANS_SIGNATURE, signJeton } from './reponse';

const cles = listCles('maitre', [], 'reponse');
const ids = fc.integer({ min: 1, max: 2 ** 31 - 1 });

describe('le jeton d’une réponse', () => {
  it('nomme sa participation, quel que soit son numéro, en 21 lettres au plus', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const jeton = createJetonReponse(cles, id);
        expect(jeton).toMatch(/^[0-9a-z]{14,21}$/);
        expect(readJetonReponse(cles, jeton)).toBe(id);
      })
    );
  });

  it('n’a qu’une écriture : tout autre octet est refusé', () => {
    const jeton = createJetonReponse(cles, 0xabc);
    for (const autre of [
      jeton.toUpperCase(),
      `0${jeton}`,
      ` ${jeton}`,
      `${jeton}\n`,
      `${jeton}.`,
      jeton.slice(1),
      '',
    ]) {
      expect(readJetonReponse(cles, autre)).toBeNull();
    }
  });

  it('un caractère changé ne mène à aucune participation', () => {
    checkJetonChange(createJetonReponse(cles, 7), 7, (jeton) => readJetonReponse(cles, jeton));
  });

  it('survit à la clé qui l’a signé, tant qu’elle est déclarée comme précédente', () => {
    const ancien = createJetonReponse(listCles('ancien', [], 'reponse'), 7);
    expect(readJetonReponse(listCles('maitre', ['ancien'], 'reponse'), ancien)).toBe(7);
    expect(readJetonReponse(cles, ancien)).toBeNull();
  });

  it('celui d’un aperçu a la même longueur et n’ouvre rien ; signé au départ, il ouvre', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const apercu = `${id.toString(16)}${SANS_SIGNATURE}`;
        expect(readJetonReponse(cles, apercu)).toBeNull();
        const parti = signJeton(cles, apercu);
        expect(parti).toHaveLength(apercu.length);
        expect(readJetonReponse(cles, parti)).toBe(id);
        expect(signJeton(cles, parti)).toBe(parti);
      })
    );
  });
});
