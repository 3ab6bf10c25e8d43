import { z } from 'zod';
import { reglagesSmsSchema } from './sms';

/**
 * What « Réglages des envois », the operator and the installation put into a message, merged when it is rendered and
 * kept with what leaves (decision G2).
 */
export const reglagesRenduSchema = z.object({
  /** IANA zone, in which the letters of dates are read. */
  zone: z.string(),
  /** Who writes, as the foot of an e-mail says it. */
  expediteur: z.string(),
  adressePostale: z.string(),
  /** Where the links to unsubscribe lead, the token of the envoi left out. */
  adresseDesinscription: z.string(),
  /**
   * Where the links of answers lead, the token of the participation left out; '': nowhere that opens (decision G4).
   * Messages of before had none.
   */
  adresseReponse: z.string().default(''),
  sms: reglagesSmsSchema,
});
export type ReglagesRendu = z.infer<typeof reglagesRenduSchema>;
