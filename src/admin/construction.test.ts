import path from 'node:path';
import { build, type Rollup } from 'vite';
import { expect, it } from 'vitest';
import type * as Espaces from './espaces-insecables';
import withOurs from './vite.config';

/** One module, as Strapi bundles it: `react` is an alias there. */
async function bundle(entree: string): Promise<string> {
  const config = withOurs({
    logLevel: 'silent',
    resolve: { alias: { react: path.resolve('node_modules/react') } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: path.resolve(entree), formats: ['es'] },
      rollupOptions: { external: (id) => /^(?:@strapi|react-dom|styled-components)/.test(id) },
    },
    esbuild: { jsx: 'automatic', jsxDev: false },
  });
  const [sortie] = (await build({ configFile: false, ...config })) as Rollup.RollupOutput[];
  return sortie?.output[0].code ?? '';
}

it('les pages du module se dessinent avec leurs espaces insécables', async () => {
  const page = await bundle('src/plugins/sms-mailing/admin/src/components/Periode.tsx');
  expect(page.includes('function typeset(')).toBe(true);
});

it('une fois construites, ce sont des éléments de React', async () => {
  const code = await bundle('src/admin/espaces-insecables.ts');
  const adresse = `data:text/javascript,${encodeURIComponent(code)}`;
  const { jsx } = (await import(/* @vite-ignore */ adresse)) as typeof Espaces;
  expect(jsx('p', { children: '« Rappel »', ref: null })).toMatchObject({
    $$typeof: Symbol.for('react.element'),
    type: 'p',
    props: { children: '«\u00a0Rappel\u00a0»' },
  });
});
