import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { jsx, jsxs, typeset } from './espaces-insecables';

interface Lu {
  children: unknown;
  hint?: unknown;
  value?: unknown;
}

const drawn = (type: string, props: Lu): Lu =>
  (jsx(type, props as never) as ReactElement<Lu>).props;

describe('Une phrase du panneau', () => {
  it.each([
    ['« Rappel » est actif.', '«\u00a0Rappel\u00a0» est actif.'],
    ['Le motif : sans mobile ; et après ?', 'Le motif\u00a0: sans mobile\u00a0; et après\u00a0?'],
    ['Prêt à envoyer ? (« oui »)', 'Prêt à envoyer\u00a0? («\u00a0oui\u00a0»)'],
    ['Lien :', 'Lien\u00a0:'],
    ['le 5 à 8:30, ou a ?b', 'le 5 à 8:30, ou a ?b'],
    ['\u00ab\u00a0déjà\u00a0» dit', '\u00ab\u00a0déjà\u00a0» dit'],
  ])('%s', (ecrite, montree) => {
    expect(typeset(ecrite)).toBe(montree);
  });

  it('les reçoit aussi en morceaux, et dans son aide', () => {
    const { props } = jsxs('p', { children: ['« ', ['Rappel'], ' »'] }) as ReactElement<Lu>;
    expect(props.children).toEqual(['«\u00a0', ['Rappel'], '\u00a0»']);
    const coupes = jsxs('p', { children: ['de «', ' ', 'Rappel', ' ', '» et', ' ', 1] });
    expect((coupes as ReactElement<Lu>).props.children).toEqual([
      'de «',
      '\u00a0',
      'Rappel',
      '\u00a0',
      '» et',
      ' ',
      1,
    ]);
    expect(drawn('x-champ', { children: 1, hint: 'Comme : 8h' })).toEqual({
      children: 1,
      hint: 'Comme\u00a0: 8h',
    });
  });

  it('ce qui est tapé, ou se copie à la lettre, reste tel', () => {
    expect(drawn('input', { children: undefined, value: 'a : b' }).value).toBe('a : b');
    expect(drawn('code', { children: '${action_date#H : i}' }).children).toBe(
      '${action_date#H : i}'
    );
  });
});
