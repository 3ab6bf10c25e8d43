import { useCallback, useSyncExternalStore } from 'react';

/** Whether the window is at least that wide, in CSS pixels: a table then shows more columns. */
export function useEcranLarge(largeur: number): boolean {
  const regle = `(min-width: ${String(largeur)}px)`;
  const subscribe = useCallback(
    (notify: () => void) => {
      const ecran = window.matchMedia(regle);
      ecran.addEventListener('change', notify);
      return () => {
        ecran.removeEventListener('change', notify);
      };
    },
    [regle]
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(regle).matches);
}
