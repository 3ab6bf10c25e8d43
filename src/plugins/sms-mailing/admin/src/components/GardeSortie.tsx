import { Typography } from '@strapi/design-system';
import { useEffect, type JSX } from 'react';
import { useBlocker } from 'react-router-dom';
import { Confirmation } from './Confirmation';

interface Props {
  /** Nothing is asked while there is nothing to lose. */
  modifie: boolean;
  /** What would be lost, as a sentence. */
  perte: string;
}

/** Asks before a page is left with what was typed on it. */
export function GardeSortie({ modifie, perte }: Props): JSX.Element {
  const garde = useBlocker(
    ({ currentLocation, nextLocation }) =>
      modifie && currentLocation.pathname !== nextLocation.pathname
  );

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (modifie) {
        event.preventDefault();
      }
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [modifie]);

  return (
    <Confirmation
      ouverte={garde.state === 'blocked'}
      titre="Quitter sans enregistrer ?"
      confirmer="Quitter sans enregistrer"
      danger
      onConfirmer={() => {
        garde.proceed?.();
        return Promise.resolve();
      }}
      onFermer={() => {
        if (garde.state === 'blocked') {
          garde.reset();
        }
      }}
    >
      <Typography>{perte}</Typography>
    </Confirmation>
  );
}
