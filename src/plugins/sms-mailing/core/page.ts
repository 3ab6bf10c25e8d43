import { z } from 'zod';

const TAILLE_MAX = 100;
const LOIN = 'Cette page n’existe pas : revenez à la première.';
/** The rank of a line stays a number that PostgreSQL counts with. */
const PAGE_MAX = Math.floor(2_147_483_647 / TAILLE_MAX);

const pageSchema = z.int({ error: LOIN }).min(1, { error: LOIN }).max(PAGE_MAX, { error: LOIN });
const tailleSchema = z.int().min(1).max(TAILLE_MAX);
const nombreEcrit = z
  .string()
  .regex(/^\d{1,9}$/, { error: LOIN })
  .transform(Number);

/** One page of a list, in a body. */
export const PAGE = { page: pageSchema.default(1), pageSize: tailleSchema.default(10) };

/** The same in an address, where everything is text. */
export const PAGE_ECRITE = {
  page: nombreEcrit.pipe(pageSchema).default(1),
  pageSize: nombreEcrit.pipe(tailleSchema).default(10),
};
