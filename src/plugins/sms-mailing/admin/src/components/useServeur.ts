import { useEffect, useMemo, useRef } from 'react';
import { useDiffere } from './useDiffere';

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

interface Options {
  /** The same is asked again when it changes: something else says that the answer did. */
  version?: string;
  /** How long the question stops changing before it is asked, in ms: one that follows a hand. */
  pauseMs?: number;
}

/**
 * Asks the server, and cancels the question as soon as another replaces it: no count is older than what is shown, the
 * answer to an earlier question is `perime` from the instant the question changes. `demande` null asks nothing.
 */
export function useServeur<D, R>(
  useParesseuse: Paresseuse<D, R>,
  demande: D | null,
  { version = '', pauseMs = 0 }: Options = {}
): EtatServeur<R> {
  const [ask, etat] = useParesseuse();
  const cle = demande === null ? null : JSON.stringify(demande);
  const apresPause = useDiffere(cle, pauseMs);
  const clePosee = pauseMs === 0 ? cle : apresPause;
  const posee = useMemo(() => (clePosee === null ? null : (JSON.parse(clePosee) as D)), [clePosee]);

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
