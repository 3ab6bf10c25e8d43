import { z } from 'zod';

function strip(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return strip(schema.unwrap());
  }
  if (schema instanceof z.ZodNullable) {
    return z.nullable(strip(schema.unwrap()));
  }
  if (schema instanceof z.ZodObject) {
    const champs = Object.entries<z.core.$ZodType>(schema.shape);
    const shape = Object.fromEntries(champs.map(([nom, champ]) => [nom, strip(champ)]));
    return schema.clone({ ...schema.def, shape });
  }
  return schema;
}

/**
 * The same object, refinements kept, with nothing filled by a default at any depth: what a request leaves out is a
 * fault, where what is stored by an older version is completed. What it gives has the same type.
 */
export function requireAll<T extends z.ZodObject>(schema: T): T {
  return strip(schema) as T;
}
