import { z } from 'zod';

/** What an Administrateur chooses for the association; the machine's own settings stay in the environment. */
export const parametresSchema = z.object({
  /** Guide §1: « adresse générique d'envoi ». Empty: the sender of the environment. */
  expediteurNom: z.string().trim().max(120).default(''),
  expediteurAdresse: z.union([z.literal(''), z.email()]).default(''),
  repondreA: z.union([z.literal(''), z.email()]).default(''),
  adressePostale: z.string().trim().max(255).default(''),
  /** Guide §5.a: « Nombre de caractère SMS limité à 155 par message ». */
  caracteresParSms: z.int().min(70).max(160).default(155),
  remplacerAccents: z.boolean().default(true),
  /** Decision E2. */
  autoriserDepassement: z.boolean().default(false),
  /** Decision F14: null until an Administrateur has chosen; a promotion then excludes « non renseigné ». */
  promotionSansConsentement: z.boolean().nullable().default(null),
});
export type Parametres = z.infer<typeof parametresSchema>;
