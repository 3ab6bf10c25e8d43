import { describe, expect, it } from 'vitest';
import {
  createDocumentIdSchema,
  documentIdSchema,
  idEcritSchema,
  idSchema,
  nombreLuSchema,
} from './identifiant';
import { createJourSchema } from './jour';
import { PAGE, PAGE_ECRITE } from './page';

const phrasesOf = (lu: { error?: { issues: { message: string }[] } | undefined }): string[] =>
  lu.error?.issues.map(({ message }) => message) ?? [];

describe('ce qu’une demande nomme', () => {
  it.each([0, -1, 1.5, 2_147_483_648, 1e308, '1', null])(
    'le numéro de ligne %j est refusé',
    (id) => {
      expect(phrasesOf(idSchema.safeParse(id))).toEqual([
        'Cette référence n’existe pas : rechargez la page.',
      ]);
    }
  );

  it.each(['', '0', '-1', '1e3', '1.5', ' 1', '2147483648', '99999999999', '0x10', '１'])(
    'dans une adresse, %j n’est pas un numéro de ligne',
    (id) => {
      expect(idEcritSchema.safeParse(id).success).toBe(false);
    }
  );

  it('les bornes passent', () => {
    expect(idSchema.parse(2_147_483_647)).toBe(2_147_483_647);
    expect(idEcritSchema.parse('2147483647')).toBe(2_147_483_647);
  });

  it.each(['k3v9x2m4q8z1c5b7n6w0a3s4', 'translate0f00aa', 'inconnu', 'a_b-C9'])(
    '%s a la forme d’un identifiant',
    (id) => {
      expect(documentIdSchema.parse(id)).toBe(id);
    }
  );

  it.each(['a b', 'é', '../x', "a'", 'a'.repeat(65), '{"a":1}'])('%j ne l’a pas', (id) => {
    expect(documentIdSchema.safeParse(id).success).toBe(false);
  });

  it('absent, il dit ce qu’il faut choisir, en une phrase', () => {
    const schema = createDocumentIdSchema('Choisissez un modèle.');
    for (const vide of ['', undefined, null, 3]) {
      expect(phrasesOf(schema.safeParse(vide))).toEqual(['Choisissez un modèle.']);
    }
  });
});

describe('un jour et une page', () => {
  const jour = createJourSchema('Choisissez un jour.');

  it.each(['', '2022-02-30', '05/03/2022', 'infinity', '10000-01-01', '0000-00-00', 20220305])(
    '%j n’est pas un jour',
    (valeur) => {
      expect(phrasesOf(jour.safeParse(valeur))).toEqual(['Choisissez un jour.']);
    }
  );

  it.each(['9999-12-31', '2101-01-01', '1899-12-31', '0001-01-01'])(
    '%s est hors du temps',
    (valeur) => {
      expect(phrasesOf(jour.safeParse(valeur))).toEqual(['Saisissez une date entre 1900 et 2100.']);
    }
  );

  it('un jour de naissance et un jour lointain passent', () => {
    expect(jour.parse('1900-01-01')).toBe('1900-01-01');
    expect(jour.parse('2100-12-31')).toBe('2100-12-31');
  });

  it('la page se dit en nombre dans un corps, en texte dans une adresse, la première d’office', () => {
    expect(PAGE.page.parse(undefined)).toBe(1);
    expect(PAGE_ECRITE.page.parse('12')).toBe(12);
    expect(PAGE_ECRITE.pageSize.parse('100')).toBe(100);
  });

  it.each(['0', '-1', '1.5', '1e9', '21474837', '99999999999999999999', '', 'abc'])(
    'la page %j n’existe pas',
    (page) => {
      expect(PAGE_ECRITE.page.safeParse(page).success).toBe(false);
      expect(PAGE.page.safeParse(Number(page)).success && page !== '').toBe(false);
    }
  );

  it('la dernière page possible ne déborde pas ce que la base sait compter', () => {
    const derniere = PAGE.page.parse(21_474_836);
    expect(derniere * 100).toBeLessThanOrEqual(2_147_483_647);
  });
});

it('un nombre lu à l’écran ne dépasse pas ce que la base compte', () => {
  expect(nombreLuSchema.safeParse(2_147_483_647).success).toBe(true);
  for (const nombre of [-1, 0.5, 2_147_483_648, Number.MAX_SAFE_INTEGER]) {
    expect(nombreLuSchema.safeParse(nombre).success).toBe(false);
  }
});
