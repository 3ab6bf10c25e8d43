import { z } from 'zod';

const INCONNU = 'Cette référence n’existe pas : rechargez la page.';

/** A number of row, as PostgreSQL counts them. */
export const idSchema = z
  .int({ error: INCONNU, abort: true })
  .min(1, { error: INCONNU })
  .max(2_147_483_647, { error: INCONNU });

/** The same in an address, where everything is text. */
export const idEcritSchema = z
  .string()
  .regex(/^[1-9]\d{0,9}$/, { error: INCONNU })
  .transform(Number)
  .pipe(idSchema);

/** How many, as a screen read it: no more than PostgreSQL counts. */
export const nombreLuSchema = z
  .int()
  .min(0)
  .max(2_147_483_647, { error: 'Ce nombre est trop grand : rechargez la page.' });

/** What Strapi and the module call a fiche or a row. `manque`: what to do when there is none. */
export function createDocumentIdSchema(manque = INCONNU): z.ZodString {
  return z
    .string({ error: manque })
    .min(1, { error: manque, abort: true })
    .regex(/^[\w-]{1,64}$/, { error: INCONNU });
}

export const documentIdSchema = createDocumentIdSchema();
