import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { requireAll } from './require-all';

const periode = z
  .object({ debut: z.string().default('08:00'), fin: z.string().default('20:00') })
  .refine(({ debut, fin }) => debut < fin, { error: 'La fin vient avant le début.' });
const reglages = z.object({
  nom: z.string().default(''),
  periode: periode.prefault({}),
  passerelle: z
    .object({ url: z.string(), methode: z.string().default('POST') })
    .nullable()
    .default(null),
});
const ENTIER = { nom: '', periode: { debut: '09:00', fin: '10:00' }, passerelle: null };

const manques = (saisie: unknown) =>
  requireAll(reglages)
    .safeParse(saisie)
    .error?.issues.map(({ path }) => path.join('.'));

describe('ce qui est enregistré d’un bloc revient entier', () => {
  it('rien n’est rempli d’office, à aucune profondeur', () => {
    expect(manques({})).toEqual(['nom', 'periode', 'passerelle']);
    expect(manques({ ...ENTIER, periode: { debut: '09:00' } })).toEqual(['periode.fin']);
    expect(manques({ ...ENTIER, passerelle: { url: 'x' } })).toEqual(['passerelle.methode']);
  });

  it('entier, il passe tel quel ; ses règles tiennent encore', () => {
    expect(requireAll(reglages).parse(ENTIER)).toEqual(ENTIER);
    expect(manques({ ...ENTIER, periode: { debut: '10:00', fin: '09:00' } })).toEqual(['periode']);
  });

  it('la lecture de ce qui est gardé se complète toujours', () => {
    expect(reglages.parse({})).toMatchObject({ periode: { fin: '20:00' }, passerelle: null });
  });
});
