import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import ours from '../../src/admin/traductions/fr.json';

const requireCjs = createRequire(import.meta.url);

/** Screens of features that this application does not switch on. */
const ABSENT =
  /^(history|preview|popUpWarning|popUpwarning|success\.records\.publish|containers\.list\.selectedEntriesModal)/;

/** Screens that no profil of ours reaches: technical settings, paid features, Strapi's own announcements. */
const HORS_DE_PORTEE =
  /(Marketplace|Tokens|GuidedTour|Trial|Onboarding|Upsell|NpsSurvey|AuditLogs|Webhooks|Purchase|SingleSignOn|MediaLibraryBanner|StrapiApp|constants)|(^|\/)(history|preview|ee)\//;

const MESSAGE = /id:\s*(getTranslation\(\s*)?['"`]([\w.\-: ]+)['"`]\)?,\s*defaultMessage:\s*['"`]/g;

/** The keys that the sources of a package ask for, whether or not its English file has them. */
function askedKeys(folder: string, prefix: string): string[] {
  const root = path.resolve('node_modules/@strapi', folder);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.mjs') && !HORS_DE_PORTEE.test(file)
  );
  return files.flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(MESSAGE)].map(
      ([, own, key = '']) => (own === undefined ? '' : prefix) + key
    )
  );
}

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

  it('n’affiche aucun texte que Strapi n’a qu’en anglais, dans ses sources', () => {
    const admin = texts('admin/dist/admin/admin/src/translations', 'fr');
    const manager = texts('content-manager/dist/admin/translations', 'fr');
    const known = new Set([
      ...Object.keys(admin),
      ...Object.keys(manager).map((key) => `content-manager.${key}`),
      ...Object.keys(ours),
    ]);
    const asked = [
      ...askedKeys('admin/dist/admin/admin/src', ''),
      ...askedKeys('content-manager/dist/admin', 'content-manager.'),
    ];
    expect(asked.length).toBeGreaterThan(500);
    expect([...new Set(asked)].filter((key) => !known.has(key))).toEqual([]);
  });
});
