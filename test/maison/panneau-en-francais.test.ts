import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import ours from '../../src/admin/traductions/fr.json';

const requireCjs = createRequire(import.meta.url);

/** Screens of features that this application does not switch on. */
const ABSENT =
  /^(history|preview|popUpWarning|popUpwarning|success\.records\.publish|containers\.list\.selectedEntriesModal)/;

/** The texts that Strapi's package ships in one language; its packages do not export them. */
function texts(folder: string, language: string): Record<string, string> {
  const file = path.resolve('node_modules/@strapi', folder, `${language}.json.js`);
  const module = requireCjs(file) as Record<string, string> & { default?: Record<string, string> };
  return module.default ?? module;
}

describe('le panneau', () => {
  it('dit en français tout ce que Strapi affiche autour des fiches', () => {
    const folder = 'content-manager/dist/admin/translations';
    const french = texts(folder, 'fr');
    const missing = Object.keys(texts(folder, 'en')).filter(
      (key) => !ABSENT.test(key) && !(key in french) && !(`content-manager.${key}` in ours)
    );
    expect(missing).toEqual([]);
  });

  it('dit en français ses messages de saisie, ses sessions et son accueil', () => {
    const folder = 'admin/dist/admin/admin/src/translations';
    const french = texts(folder, 'fr');
    const kept = /^(components\.Input|Settings\.sessions|HomePage|app\.error|app\.session|Auth)\./;
    const missing = Object.keys(texts(folder, 'en')).filter(
      (key) => kept.test(key) && !(key in french) && !(key in ours)
    );
    expect(missing).toEqual([]);
  });
});
