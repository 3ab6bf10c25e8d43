import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { VUES } from '../../scripts/captures/vues.mjs';
import { describe, expect, it } from 'vitest';

import {
  LIBELLES_MODALITE,
  LIBELLES_TYPE_CONTACT,
  statutEnvoiSchema,
} from '../../src/plugins/sms-mailing/core/vocabulaire';

const ADR = 'docs/adr';
const IMAGES = 'docs/guide/images';
const decisions = readdirSync(ADR).filter((name) => /^\d{4}-/.test(name));
const documents = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

describe('une décision', () => {
  it.each(decisions)('%s tient en 40 lignes et quatre titres', (name) => {
    const text = read(join(ADR, name));
    expect(all(text, /^## (.+)$/gm)).toEqual(['Status', 'Context', 'Decision', 'Consequences']);
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
    expect(text).toMatch(new RegExp(`^# ${Number(name.slice(0, 4)).toString()}\\. `));
  });

  it('a un numéro qui suit le précédent, et sa ligne au sommaire', () => {
    const numbers = decisions.map((name) => Number(name.slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(all(read(join(ADR, 'README.md')), /\]\((\d{4}-[^)]+)\)/g)).toEqual(decisions);
  });
});

describe('le glossaire', () => {
  const entries = read('CONTEXTE.md')
    .split('\n')
    .filter((line) => line.startsWith('- **'));
  const terms = entries.flatMap((line) => all(line, /^- \*\*(.+?)\*\*/g));

  it('dit pour chaque mot ceux qu’il remplace', () => {
    expect(entries.filter((line) => !/\S\. _Éviter_ : \S/.test(line))).toEqual([]);
  });

  it('ne définit un mot qu’une fois', () => {
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([]);
  });

  it('connaît chaque modalité et chaque type de contact', () => {
    const words = [...Object.values(LIBELLES_MODALITE), ...Object.values(LIBELLES_TYPE_CONTACT)];
    const known = terms.map((term) => term.toLowerCase());
    expect(words.filter((word) => !known.includes(word.toLowerCase()))).toEqual([]);
  });

  it('connaît chaque statut d’un envoi par son nom dans le code', () => {
    const names = entries.flatMap((line) => all(line, /\*\* \(`(\w+)`\)/g));
    expect(statutEnvoiSchema.options.filter((statut) => !names.includes(statut))).toEqual([]);
  });
});

describe('un document', () => {
  it.each(documents)('%s ne renvoie qu’à des fichiers présents', (path) => {
    const links = all(read(path), /\]\((?!https?:|mailto:|#)([^)#]+)/g);
    expect(links.filter((link) => !existsSync(join(dirname(path), link)))).toEqual([]);
  });

  it.each(documents)('%s ne cite que des commandes qui existent', (path) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const cited = all(read(path), /npm run ([\w:-]+)/g);
    expect(cited.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('docs/securite.md', () => {
  const promesses = read('docs/securite.md')
    .split('\n- ')
    .slice(1)
    .filter((promesse) => promesse.startsWith('**'));

  it('nomme pour chaque promesse des tests qui existent', () => {
    expect(promesses.length).toBeGreaterThan(20);
    const tests = promesses.map((promesse) => all(promesse, /`([^`\s]+\.test\.ts)`/g));
    expect(promesses.filter((_, rang) => tests[rang]?.length === 0)).toEqual([]);
    expect(tests.flat().filter((chemin) => !existsSync(chemin))).toEqual([]);
  });
});

describe('une image du guide d’utilisation', () => {
  const prises = VUES.map(({ nom }) => `${nom}.png`);

  it('est une de celles que `npm run captures` refait', () => {
    expect(readdirSync(IMAGES).sort()).toEqual([...prises].sort());
  });

  it.each(prises)('%s se voit dans une page, et pèse moins de 150 ko', (nom) => {
    const pages = documents.filter((path) => path.startsWith('docs/guide')).map(read);
    expect(pages.some((page) => page.includes(`(images/${nom})`))).toBe(true);
    expect(statSync(join(IMAGES, nom)).size).toBeLessThan(150_000);
  });
});
