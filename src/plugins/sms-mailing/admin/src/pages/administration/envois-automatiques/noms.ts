import type { OptionsEnvoiAutomatique } from '../../../../../core/api/envois-automatiques';

/** The names of what the criteria point to, by documentId, as core's sentences want them. */
export function listNoms(options: OptionsEnvoiAutomatique): Record<string, string> {
  return Object.fromEntries(
    [...options.typesAction, ...options.ods, ...options.etapes].map(({ documentId, nom }) => [
      documentId,
      nom,
    ])
  );
}
