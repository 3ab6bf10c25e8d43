import { Button, Modal } from '@strapi/design-system';
import type { JSX, ReactNode } from 'react';
import { useRetourFocus } from './useRetourFocus';

interface Props {
  titre: string;
  ouverte?: boolean;
  /** The button that leaves everything as it was. */
  fermer?: 'Fermer' | 'Annuler';
  /** The button that acts. */
  action?: ReactNode;
  /** Above the buttons, always in sight however long the rest is. */
  resume?: ReactNode;
  children: ReactNode;
  onFermer: () => void;
}

/** Else the cross has the focus, its label opens above the window, and Escape closes that label alone. */
function focusFenetre(event: Event): void {
  event.preventDefault();
  (event.currentTarget as HTMLElement).focus();
}

/** A window over the page, closed by its buttons, Escape or a click outside. */
export function Fenetre(props: Props): JSX.Element {
  const { titre, ouverte = true, fermer = 'Fermer', action, resume, children, onFermer } = props;
  const onCloseAutoFocus = useRetourFocus(ouverte);
  return (
    <Modal.Root
      open={ouverte}
      onOpenChange={(ouvrir: boolean) => {
        if (!ouvrir) {
          onFermer();
        }
      }}
    >
      <Modal.Content onOpenAutoFocus={focusFenetre} onCloseAutoFocus={onCloseAutoFocus}>
        <Modal.Header closeLabel="Fermer">
          <Modal.Title>{titre}</Modal.Title>
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
        {resume}
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">{fermer}</Button>
          </Modal.Close>
          {action}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
