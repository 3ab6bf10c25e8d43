import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { speakFrench } from './mots-en-dur';

/** An English word that a button, a list or a page would say. */
const ANGLAIS =
  /"(?:Clear|clear|Close modal|Loading|Loading content\.\.\.|No results found)"|'Loading content\.'|'(?:Ina|A)ctive'|Create "/;
/** A constant of a reducer, which nobody reads. */
const CONSTANTE = /CLEAR: "Clear"/;

describe('les mots que Strapi écrit en dur', () => {
  it.each([
    'node_modules/@strapi/design-system/dist/index.mjs',
    'node_modules/@strapi/admin/dist/admin/admin/src/components/PageHelpers.mjs',
    'node_modules/@strapi/admin/dist/admin/admin/src/pages/Settings/pages/Users/ListPage.mjs',
  ])('sont en français dans %s', (chemin) => {
    const source = readFileSync(path.resolve(chemin), 'utf8');
    expect(source).toMatch(ANGLAIS);
    const francais = speakFrench(source, `/app/${chemin}?v=1`) ?? '';
    expect(francais.replace(CONSTANTE, '')).not.toMatch(ANGLAIS);
  });

  it('ceux d’un autre paquet restent, et un mot disparu arrête la construction', () => {
    expect(speakFrench('"Close modal"', '/app/node_modules/autre/index.mjs')).toBeNull();
    expect(() => speakFrench('', '/@strapi/design-system/dist/index.mjs')).toThrow('mots-en-dur');
  });
});
