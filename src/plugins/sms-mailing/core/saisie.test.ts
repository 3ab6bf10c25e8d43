import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parametresSchema } from './parametres';
import { parseSaisie } from './saisie';

function phrases(schema: z.ZodType, valeur: unknown): string[] {
  return parseSaisie(schema, valeur).error?.issues.map(({ message }) => message) ?? [];
}

describe('Une saisie fautive est dite en français, avec ce qu’il faut faire', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ['un champ oublié', z.string(), undefined, 'À renseigner.'],
    ['un champ laissé vide', z.string().min(1), '', 'À renseigner.'],
    ['un texte trop long', z.string().max(3), 'abcd', '3 caractères au plus.'],
    ['un texte trop court', z.string().min(3), 'ab', '3 caractères au moins.'],
    ['un mot pour un nombre', z.number(), 'dix', 'Saisissez un nombre.'],
    ['une fraction pour un entier', z.int(), 1.5, 'Saisissez un nombre entier.'],
    ['un nombre trop grand', z.int().max(60), 61, '60 au plus.'],
    ['un nombre trop petit', z.int().min(1), 0, '1 au moins.'],
    ['un nombre nul quand il en faut', z.number().positive(), 0, 'Plus de 0.'],
    ['aucun choix', z.array(z.string()).min(1), [], 'Choisissez-en au moins un.'],
    ['trop de choix', z.array(z.string()).max(1), ['a', 'b'], '1 choix au plus.'],
    ['une valeur hors de la liste', z.enum(['a', 'b']), 'c', 'Choisissez une valeur de la liste.'],
    ['une date mal écrite', z.iso.date(), '2022-02-30', 'Saisissez une date, comme 24/12/2022.'],
    ['un champ inconnu', z.strictObject({}), { a: 1 }, 'Champ inconnu : a.'],
    ['une autre forme', z.string().regex(/^a/), 'b', 'La valeur n’a pas la forme attendue.'],
  ])('%s', (_cas, schema, valeur, attendu) => {
    expect(phrases(schema, valeur)).toEqual([attendu]);
  });

  it('la phrase propre à un champ l’emporte', () => {
    expect(phrases(z.string({ error: 'Choisissez un modèle.' }), 3)).toEqual([
      'Choisissez un modèle.',
    ]);
  });

  it('une adresse d’expédition mal écrite dit comment l’écrire', () => {
    expect(phrases(parametresSchema, { expediteurAdresse: 'contact@' })).toEqual([
      'Saisissez une seule adresse e-mail, comme contact@mon-association.fr.',
    ]);
  });
});
