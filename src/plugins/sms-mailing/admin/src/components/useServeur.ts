import { useEffect, useMemo, useRef } from 'react';

/** What the server answered to what is asked now; the answer to an earlier question stays, marked `perime`. */
export interface EtatServeur<R> {
  data: R | undefined;
  error: unknown;
  perime: boolean;
  refetch: () => void;
}

interface EnCours {
  abort: () => void;
}

/** The part of RTK Query's lazy hooks that is used here. */
type Paresseuse<D, R> = () => readonly [
  (demande: D) => EnCours,
  { data?: R | undefined; error?: unknown; originalArgs?: D | undefined; isFetching: boolean },
  unknown,
];

/**
 * Asks the server, and cancels the question as soon as another replaces it: no count is older than what is shown.
 * `demande` null asks nothing. The same is asked again when `version` changes: something else says that the answer did.
 */
export function useServeur<D, R>(
  useParesseuse: Paresseuse<D, R>,
  demande: D | null,
  version = ''
): EtatServeur<R> {
  const [ask, etat] = useParesseuse();
  const cle = demande === null ? null : JSON.stringify(demande);
  const posee = useMemo(() => (cle === null ? null : (JSON.parse(cle) as D)), [cle]);

  useEffect(() => {
    if (posee === null) {
      return undefined;
    }
    const enCours = ask(posee);
    return () => {
      enCours.abort();
    };
  }, [ask, posee]);

  // Never cancelled: the same question, cancelled and asked at once, would be answered by its own cancellation.
  const lue = useRef(version);
  useEffect(() => {
    if (lue.current !== version) {
      lue.current = version;
      if (posee !== null) {
        ask(posee);
      }
    }
  }, [ask, posee, version]);

  const perime = etat.isFetching || JSON.stringify(etat.originalArgs) !== cle;
  const error = perime ? undefined : etat.error;
  return {
    // Once the question asked now has failed, the answer to another one would pass for its own.
    data: error === undefined ? etat.data : undefined,
    error,
    perime,
    refetch: () => {
      if (posee !== null) {
        ask(posee);
      }
    },
  };
}
