import { Button, Dialog, Flex } from '@strapi/design-system';
import { useState, type JSX, type ReactNode } from 'react';
import { useRetourFocus } from './useRetourFocus';

interface Props {
  ouverte: boolean;
  titre: string;
  /** What will happen, to whom, how many: never just « Êtes-vous sûr ? ». */
  children: ReactNode;
  /** The verb of the button: « Supprimer le modèle ». */
  confirmer: string;
  /** The button that leaves everything as it was. */
  annuler?: string;
  danger?: boolean;
  /** False: something must be chosen first. */
  prete?: boolean;
  onConfirmer: () => Promise<unknown>;
  onFermer: () => void;
}

/** Asks before what cannot be undone. Closes once the answer has been carried out. */
export function Confirmation(props: Props): JSX.Element {
  const { ouverte, titre, children, confirmer, danger = false, onConfirmer, onFermer } = props;
  const { annuler = 'Annuler', prete = true } = props;
  const [enCours, setEnCours] = useState(false);
  const onCloseAutoFocus = useRetourFocus(ouverte);

  async function confirm(): Promise<void> {
    setEnCours(true);
    try {
      await onConfirmer();
    } finally {
      setEnCours(false);
      onFermer();
    }
  }

  return (
    <Dialog.Root
      open={ouverte}
      onOpenChange={(ouvrir: boolean) => {
        if (!ouvrir && !enCours) {
          onFermer();
        }
      }}
    >
      <Dialog.Content onCloseAutoFocus={onCloseAutoFocus}>
        <Dialog.Header>{titre}</Dialog.Header>
        <Dialog.Body>
          <Flex direction="column" alignItems="stretch" gap={3} width="100%">
            {children}
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth disabled={enCours}>
              {annuler}
            </Button>
          </Dialog.Cancel>
          <Button
            variant={danger ? 'danger' : 'success'}
            fullWidth
            disabled={!prete}
            loading={enCours}
            onClick={() => void confirm()}
          >
            {confirmer}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
