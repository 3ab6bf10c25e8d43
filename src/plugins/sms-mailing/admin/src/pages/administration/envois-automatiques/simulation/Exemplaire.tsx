import { IconButton } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { useState, type JSX } from 'react';
import type {
  LigneEnvoiAutomatique,
  LigneEssai,
} from '../../../../../../core/api/envois-automatiques';
import { ConfirmationExemplaire } from '../../../../apercu/ConfirmationExemplaire';

interface Props {
  ligne: LigneEnvoiAutomatique;
  personne: LigneEssai;
}

/** The message of that person, in that action, to oneself. */
export function Exemplaire({ ligne, personne }: Props): JSX.Element {
  const [ouverte, setOuverte] = useState(false);
  return (
    <>
      <IconButton
        label={`M’envoyer un exemplaire du message de ${personne.nom}`}
        variant="ghost"
        onClick={() => {
          setOuverte(true);
        }}
      >
        <PaperPlane />
      </IconButton>
      <ConfirmationExemplaire
        demande={{
          modeleDocumentId: ligne.modele.documentId,
          cobaye: {
            typeDestinataire: 'entrepreneur',
            documentId: personne.entrepreneurDocumentId,
            actionDocumentId: personne.actionDocumentId,
          },
        }}
        typeContact={ligne.regle.typeContact}
        pour={personne.nom}
        ouverte={ouverte}
        onFermer={() => {
          setOuverte(false);
        }}
      />
    </>
  );
}
