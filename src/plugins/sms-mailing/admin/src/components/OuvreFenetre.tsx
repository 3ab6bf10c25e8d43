import { Button } from '@strapi/design-system';
import { useState, type ComponentProps, type JSX, type ReactNode } from 'react';

interface Props extends Omit<ComponentProps<typeof Button>, 'onClick' | 'children'> {
  libelle: string;
  /** The window, made anew at each opening: what was typed in the last one is not there. */
  children: (onFermer: () => void) => ReactNode;
}

/** A button and the window it opens. */
export function OuvreFenetre({ libelle, children, ...bouton }: Props): JSX.Element {
  const [ouverte, setOuverte] = useState(false);
  return (
    <>
      <Button
        {...bouton}
        onClick={() => {
          setOuverte(true);
        }}
      >
        {libelle}
      </Button>
      {ouverte
        ? children(() => {
            setOuverte(false);
          })
        : null}
    </>
  );
}
