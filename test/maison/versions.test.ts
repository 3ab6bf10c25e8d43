import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

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
