import { z } from 'zod';

/** What stands behind a default, an option or a null; the schema itself when nothing does. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable
    ? unwrap(schema.unwrap())
    : schema;
}

function listDuChoix(schema: z.ZodUnion, valeur: unknown, chemin: string): string[] {
  const branche = schema.options.find((option) => z.safeParse(option, valeur).success);
  return branche === undefined ? [chemin] : listManquants(branche, valeur, chemin);
}

/** The fields that a schema reads and that an example does not say. */
export function listManquants(lu: z.core.$ZodType, valeur: unknown, chemin = ''): string[] {
  const schema = unwrap(lu);
  if (valeur === null) {
    return [];
  }
  if (schema instanceof z.ZodArray) {
    const [premier] = valeur as unknown[];
    return premier === undefined ? [] : listManquants(schema.element, premier, `${chemin}[]`);
  }
  if (schema instanceof z.ZodUnion) {
    return listDuChoix(schema, valeur, chemin);
  }
  if (!(schema instanceof z.ZodObject)) {
    return [];
  }
  return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([champ, sous]) => {
    const dit = (valeur as Record<string, unknown>)[champ];
    const ici = chemin === '' ? champ : `${chemin}.${champ}`;
    return dit === undefined ? [ici] : listManquants(sous, dit, ici);
  });
}
