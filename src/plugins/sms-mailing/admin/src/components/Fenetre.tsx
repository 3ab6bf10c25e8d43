import { Button, Modal, Typography } from '@strapi/design-system';
import { useState, type JSX, type ReactNode } from 'react';
import { Confirmation } from './Confirmation';
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
  /** Something has been typed: Escape, a click outside and « Annuler » ask before they drop it. */
  modifiee?: boolean;
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
  const { modifiee = false } = props;
  const [demande, setDemande] = useState(false);
  const onCloseAutoFocus = useRetourFocus(ouverte);
  return (
    <Modal.Root
      open={ouverte}
      onOpenChange={(ouvrir: boolean) => {
        if (!ouvrir && modifiee) {
          setDemande(true);
        } else if (!ouvrir) {
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
      <Confirmation
        ouverte={demande}
        titre="Fermer sans enregistrer ?"
        confirmer="Fermer sans enregistrer"
        annuler="Continuer la saisie"
        danger
        onConfirmer={() => {
          onFermer();
          return Promise.resolve();
        }}
        onFermer={() => {
          setDemande(false);
        }}
      >
        <Typography>Ce que vous avez saisi dans cette fenêtre sera perdu.</Typography>
      </Confirmation>
    </Modal.Root>
  );
}
