import { describe, expect, it } from 'vitest';
import { filtresCampagneSchema, type FiltresCampagne } from './filtres-campagne';
import { checkFiltres, maskFiltres } from './filtres-sensibles';
import { describeFiltres } from './phrases-filtres';

const VILLE: FiltresCampagne = { typeDestinataire: 'entrepreneur', ville: 'Arras' };
const CACHE: FiltresCampagne = { ...VILLE, critereCache: true };
const REFUS = expect.objectContaining({ regle: 'critere-cache' }) as Error;

function refusOf(filtres: FiltresCampagne, thRsa: boolean): unknown {
  try {
    checkFiltres(filtres, thRsa);
    return null;
  } catch (erreur) {
    return erreur;
  }
}

describe('TH et RSA dans des filtres', () => {
  it.each([{ th: ['Oui'] }, { rsa: ['Non renseigné'] }, { th: [] }] as Partial<FiltresCampagne>[])(
    'sans le droit, %j ne se lit ni ne se compte, et le reste se lit',
    (critere) => {
      const filtres = { ...VILLE, ...critere } as FiltresCampagne;
      expect(maskFiltres(filtres, false)).toEqual(CACHE);
      expect(refusOf(filtres, false)).toEqual(REFUS);
      expect(maskFiltres(filtres, true)).toBe(filtres);
      expect(refusOf(filtres, true)).toBeNull();
    }
  );

  it('ce qui les cache se dit, s’enregistre comme filtre, et n’est compté pour personne', () => {
    expect(filtresCampagneSchema.parse(CACHE)).toEqual(CACHE);
    expect(describeFiltres(CACHE, {})).toEqual([
      'Critère que vous ne pouvez pas voir',
      'Ville : « Arras »',
    ]);
    expect(refusOf(CACHE, true)).toEqual(REFUS);
    expect(refusOf(CACHE, false)).toEqual(REFUS);
  });

  it('sans eux, rien n’est caché ni refusé', () => {
    const contact: FiltresCampagne = { typeDestinataire: 'contact_individuel', ville: 'Arras' };
    for (const filtres of [VILLE, contact, { ...VILLE, critereCache: false }]) {
      expect(maskFiltres(filtres, false)).toBe(filtres);
      expect(refusOf(filtres, false)).toBeNull();
    }
  });
});
