import { useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { isModifieEntretemps } from '../../../core/regle';
import { phraseErreur, regleErreur } from '../api/api';
import { RESTE } from './reste';

/** What went well is read in passing: Strapi's own time would not do for a sentence. */
const LECTURE_MS = 8_000;

/** What RTK Query's trigger answers. */
type Resultat<T> = { data: T; error?: never } | { data?: never; error: unknown };

/**
 * Runs a mutation and says how it ended: `succes` in green, the server's sentence in red, or to `onEntretemps` when
 * someone saved meanwhile. Answers the data, or null when it was refused, so that the caller knows whether to go on.
 */
export function useAction(): <T>(
  demande: PromiseLike<Resultat<T>>,
  succes: string | ((donnees: T) => string),
  onEntretemps?: (phrase: string) => void
) => Promise<T | null> {
  const { toggleNotification } = useNotification();
  return useCallback(
    async (demande, succes, onEntretemps) => {
      const resultat = await demande;
      if (resultat.error !== undefined || resultat.data === undefined) {
        const message = phraseErreur(resultat.error);
        if (onEntretemps !== undefined && isModifieEntretemps(regleErreur(resultat.error))) {
          onEntretemps(message);
        } else {
          toggleNotification({ type: 'danger', message, ...RESTE });
        }
        return null;
      }
      const message = typeof succes === 'string' ? succes : succes(resultat.data);
      toggleNotification({ type: 'success', message, timeout: LECTURE_MS });
      return resultat.data;
    },
    [toggleNotification]
  );
}
