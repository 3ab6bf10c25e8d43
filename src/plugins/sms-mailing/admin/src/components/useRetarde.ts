import { useEffect, useState } from 'react';

/** The value once it has stopped changing: nothing is asked of the server at each key. */
export function useRetarde<T>(valeur: T, delaiMs = 400): T {
  const [retardee, setRetardee] = useState(valeur);
  useEffect(() => {
    const minuteur = setTimeout(() => {
      setRetardee(valeur);
    }, delaiMs);
    return () => {
      clearTimeout(minuteur);
    };
  }, [valeur, delaiMs]);
  return retardee;
}
