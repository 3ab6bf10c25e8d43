import { createController } from './handle';

/** What the filters of guide §7.b and the popup of guide §6.c choose among. */
export const reference = createController({
  list: ({ app }) => app.references.list(),
});
