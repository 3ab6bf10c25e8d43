import { describe, expect, it } from 'vitest';

import { CLEAN_HOUSE } from './fautes';
import { cruiseHouse, inSmallHouse } from './petite-maison';

const PANNEAU = 'src/plugins/sms-mailing/admin';
const PORTE = `${PANNEAU}/src/index.tsx`;
const CORE = /^src\/plugins\/sms-mailing\/core\//;

/** What the browser loads with the whole panel: the static imports of the front door, types left out. */
async function loadedAtOnce(baseDir: string): Promise<string[]> {
  const options = {
    doNotFollow: { path: 'node_modules' },
    exclude: { dynamic: true },
    tsPreCompilationDeps: false,
  };
  const { modules } = await cruiseHouse(baseDir, options, PANNEAU);
  const edges = new Map(modules.map((m) => [m.source, m.dependencies.map((d) => d.resolved)]));
  const seen = new Set<string>();
  const queue = [PORTE];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (!seen.has(next)) {
      seen.add(next);
      queue.push(...(edges.get(next) ?? []));
    }
  }
  return [...seen];
}

describe('la porte du panneau', () => {
  it('n’atteint core que par des pages chargées à la demande', async () => {
    expect((await loadedAtOnce(process.cwd())).filter((path) => CORE.test(path))).toEqual([]);
  });

  it('se voit refuser un détour par un composant', async () => {
    const detour = {
      ...CLEAN_HOUSE,
      [PORTE]: "import './components/Compteur';",
      'src/plugins/sms-mailing/admin/src/components/Compteur.tsx':
        "import { modele } from '../../../core/modele'; export default modele;",
    };
    const loaded = await inSmallHouse(detour, loadedAtOnce);
    expect(loaded.filter((path) => CORE.test(path))).toEqual([
      'src/plugins/sms-mailing/core/modele.ts',
    ]);
  });
});
