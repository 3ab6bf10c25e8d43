import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * For the content of a dialog without a trigger of its own: once it closes, the keyboard is back where it was
 * when it opened.
 */
export function useRetourFocus(ouvert: boolean): (event: Event) => void {
  const origine = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (ouvert) {
      origine.current = document.activeElement;
    }
  }, [ouvert]);
  return useCallback((event: Event) => {
    event.preventDefault();
    if (origine.current instanceof HTMLElement) {
      origine.current.focus();
    }
  }, []);
}
