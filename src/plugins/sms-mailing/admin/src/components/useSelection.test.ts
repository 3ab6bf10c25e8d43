import { describe, expect, it } from 'vitest';
import { cocheOf } from './useSelection';

describe('Guide §7.b : cocher', () => {
  it('une ligne cochée deux fois ne compte qu’une fois', () => {
    const une = cocheOf({ ids: [] }, [7], true);
    expect(cocheOf(une, [7], true)).toEqual({ ids: [7] });
  });

  it('décocher la page garde ce qui est coché sur les autres', () => {
    expect(cocheOf({ ids: [1, 2, 3] }, [2, 3], false)).toEqual({ ids: [1] });
  });

  it('« Tout cocher » retient ceux qu’on retire, et les reprend', () => {
    const sauf = cocheOf({ tous: true, saufIds: [] }, [4, 5], false);
    expect(sauf).toEqual({ tous: true, saufIds: [4, 5] });
    expect(cocheOf(sauf, [5], true)).toEqual({ tous: true, saufIds: [4] });
  });
});
