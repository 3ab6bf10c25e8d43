import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

export interface Filtres<C extends string> {
  valeurs: Readonly<Record<C, string>>;
  /** Those that are not empty: what the server is asked. */
  poses: Readonly<Partial<Record<C, string>>>;
  change: (changement: Readonly<Partial<Record<C, string>>>) => void;
  /** « Vider » (guide §3). */
  vide: () => void;
}

/** The filters of a search page, kept in the address with the page and the sort. */
export function useFiltres<C extends string>(cles: readonly C[]): Filtres<C> {
  const [params, setParams] = useSearchParams();
  const valeurs = useMemo(
    () => Object.fromEntries(cles.map((cle) => [cle, params.get(cle) ?? ''])) as Record<C, string>,
    [cles, params]
  );
  const poses = useMemo(
    () =>
      Object.fromEntries(Object.entries(valeurs).filter(([, valeur]) => valeur !== '')) as Partial<
        Record<C, string>
      >,
    [valeurs]
  );
  const change = useCallback(
    (changement: Readonly<Partial<Record<C, string>>>) => {
      setParams(
        (avant) => {
          const apres = new URLSearchParams(avant);
          apres.delete('page');
          for (const [cle, valeur] of Object.entries<string | undefined>(changement)) {
            if (valeur === undefined || valeur === '') {
              apres.delete(cle);
            } else {
              apres.set(cle, valeur);
            }
          }
          return apres;
        },
        { replace: true }
      );
    },
    [setParams]
  );
  const vide = useCallback(() => {
    setParams({}, { replace: true });
  }, [setParams]);
  return { valeurs, poses, change, vide };
}
