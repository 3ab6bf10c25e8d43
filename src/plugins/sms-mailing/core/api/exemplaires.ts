import { z } from 'zod';
import { codeSaisiSchema } from '../verification';
import { transportSchema } from '../vocabulaire';

/** GET /exemplaires/preuve, POST /exemplaires/code: to the user's own address, or to this number. */
export const demandeCodeSchema = z.object({
  transport: transportSchema,
  numero: z.string().trim().max(30).nullable().default(null),
});
export type DemandeCode = z.infer<typeof demandeCodeSchema>;

/** GET /exemplaires/preuve */
export interface EtatPreuve {
  prouvee: boolean;
  vers: string;
}

export interface CodeEnvoye {
  vers: string;
  /** SMS debited from the packages. */
  credits: number;
}

/** POST /exemplaires/preuve: the code that came there. */
export const preuveSchema = demandeCodeSchema.extend({ code: codeSaisiSchema });
export type DemandePreuve = z.infer<typeof preuveSchema>;
