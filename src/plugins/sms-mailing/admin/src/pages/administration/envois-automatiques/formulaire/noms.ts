import type { References } from '../../../../../../core/api/references';

/** The names of what the criteria point to, by documentId, as core's sentences want them. */
export function listNoms({ typesAction, ods, etapes }: References): Record<string, string> {
  return Object.fromEntries(
    [...typesAction, ...ods, ...etapes].map(({ documentId, nom }) => [documentId, nom])
  );
}
