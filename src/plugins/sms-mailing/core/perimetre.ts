import { z } from 'zod';

/**
 * Guide §4: on whose fiches a profil may act. Every query that reads or acts on people takes one; « tout »
 * filters nothing, the others keep the fiches of the antennes, équipes or intervenants named.
 */
export const perimetreSchema = z.discriminatedUnion('genre', [
  z.object({ genre: z.literal('tout') }),
  z.object({ genre: z.literal('antenne'), antenneIds: z.array(z.int()) }),
  z.object({ genre: z.literal('equipe'), equipeIds: z.array(z.int()) }),
  z.object({ genre: z.literal('assigne'), intervenantIds: z.array(z.int()) }),
]);
export type Perimetre = z.infer<typeof perimetreSchema>;

export const TOUT: Perimetre = { genre: 'tout' };
