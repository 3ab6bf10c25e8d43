import { useEffect, useState } from 'react';

/** The value once it has stopped changing for that long. */
export function useDiffere<T>(valeur: T, delaiMs: number): T {
  const [posee, setPosee] = useState(valeur);
  useEffect(() => {
    const minuterie = setTimeout(() => {
      setPosee(valeur);
    }, delaiMs);
    return () => {
      clearTimeout(minuterie);
    };
  }, [valeur, delaiMs]);
  return posee;
}
