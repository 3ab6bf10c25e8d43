import { useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { phraseErreur } from '../api/api';

/** What RTK Query's trigger answers. */
type Resultat<T> = { data: T; error?: never } | { data?: never; error: unknown };

/**
 * Runs a mutation and says how it ended: `succes` in green, the server's sentence in red. Answers the data,
 * or null when it was refused, so that the caller knows whether to go on.
 */
export function useAction(): <T>(
  demande: PromiseLike<Resultat<T>>,
  succes: string | ((donnees: T) => string)
) => Promise<T | null> {
  const { toggleNotification } = useNotification();
  return useCallback(
    async (demande, succes) => {
      const resultat = await demande;
      if (resultat.error !== undefined || resultat.data === undefined) {
        toggleNotification({ type: 'danger', message: phraseErreur(resultat.error) });
        return null;
      }
      const message = typeof succes === 'string' ? succes : succes(resultat.data);
      toggleNotification({ type: 'success', message });
      return resultat.data;
    },
    [toggleNotification]
  );
}
