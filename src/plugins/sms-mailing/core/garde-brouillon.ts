import { z } from 'zod';
import { brouillonSchema } from './api/modeles';
import { butSchema } from './vocabulaire';

/** What a browser keeps of a modèle that was typed and never saved. */
export const gardeSchema = z.object({
  /** Milliseconds of the epoch, on the clock of the browser. */
  le: z.number(),
  brouillon: brouillonSchema.extend({ but: butSchema.nullable() }),
});
export type Garde = z.infer<typeof gardeSchema>;
