import { Button } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { useState, type JSX } from 'react';
import type { Cobaye } from '../../../core/api/modeles';
import type { Modele } from '../../../core/modele';
import { ConfirmationExemplaire } from './ConfirmationExemplaire';

interface Props {
  modele: Modele;
  cobaye: Cobaye;
}

/** Beside the preview: what is on the screen, for the person on show. */
export function Exemplaire({ modele, cobaye }: Props): JSX.Element {
  const [ouverte, setOuverte] = useState(false);
  return (
    <>
      <Button
        size="S"
        variant="tertiary"
        startIcon={<PaperPlane />}
        onClick={() => {
          setOuverte(true);
        }}
      >
        M’envoyer un exemplaire
      </Button>
      <ConfirmationExemplaire
        demande={{ modele, cobaye }}
        typeContact={modele.typeContact}
        pour="la personne de l’aperçu"
        ouverte={ouverte}
        onFermer={() => {
          setOuverte(false);
        }}
      />
    </>
  );
}
