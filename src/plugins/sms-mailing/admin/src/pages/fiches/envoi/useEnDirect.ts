import { useEffect, useRef } from 'react';
import { REPENTI } from '../../../repentir/repentirs';

/** As long as something in sight is about to leave or on its way, it is asked again; five minutes at most. */
const RELECTURE_MS = 2_000;
const RELECTURES = 150;

/** The result of a send, as it comes; and at once after a change of mind. */
export function useEnDirect(vivant: boolean, refetch: () => void): void {
  const demander = useRef(refetch);
  useEffect(() => {
    demander.current = refetch;
  });
  useEffect(() => {
    const ask = (): void => {
      demander.current();
    };
    let reste = RELECTURES;
    const minuterie = setInterval(() => {
      if (vivant && reste > 0) {
        reste -= 1;
        ask();
      }
    }, RELECTURE_MS);
    window.addEventListener(REPENTI, ask);
    return () => {
      clearInterval(minuterie);
      window.removeEventListener(REPENTI, ask);
    };
  }, [vivant]);
}
