import type { ICruiseOptions } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';

import { CLEAN_HOUSE, FAULTS } from './fautes';
import type { Files } from './petite-maison';
import { cruiseHouse, inSmallHouse, layerRules } from './petite-maison';

let options: ICruiseOptions;

beforeAll(async () => {
  options = await layerRules();
});

async function violations(files: Files): Promise<string[]> {
  const { summary } = await inSmallHouse(files, (root) => cruiseHouse(root, options));
  return [...new Set(summary.violations.map((found) => `${found.rule.name}: ${found.from}`))];
}

describe('qui importe qui', () => {
  it('une maison rangée ne contrevient à aucune règle', async () => {
    expect(await violations(CLEAN_HOUSE)).toEqual([]);
  });

  it('chaque règle a sa faute d’école', () => {
    const rules = (options.ruleSet?.forbidden ?? []).map((rule) => rule.name);
    expect(new Set(FAULTS.map((fault) => fault.rule))).toEqual(new Set(rules));
  });

  it.each(FAULTS)('$rule arrête : $title', async ({ rule, from, source, files = {} }) => {
    const found = await violations({ ...CLEAN_HOUSE, ...files, [from]: source });
    expect(found).toContain(`${rule}: ${from}`);
  });
});
