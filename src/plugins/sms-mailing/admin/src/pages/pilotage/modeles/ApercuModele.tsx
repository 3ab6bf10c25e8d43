import { Flex } from '@strapi/design-system';
import type { JSX } from 'react';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { usePreviewModeleQuery } from '../../../api/apercu';
import { Avertissements } from '../../../apercu/Avertissements';
import { Courriel } from '../../../apercu/Courriel';
import { TelephoneSms } from '../../../apercu/TelephoneSms';
import { Fenetre } from '../../../components/Fenetre';
import { Requete } from '../../../components/Requete';

interface Props {
  documentId: string;
  nom: string;
  typeDestinataire: TypeDestinataire;
  onFermer: () => void;
}

/** What the modèle says, to the person of the guide's example, through the code that will send it. */
export function ApercuModele({ documentId, nom, typeDestinataire, onFermer }: Props): JSX.Element {
  const apercu = usePreviewModeleQuery({
    modeleDocumentId: documentId,
    cobaye: { typeDestinataire, documentId: null, actionDocumentId: null },
  });
  return (
    <Fenetre titre={`Aperçu de « ${nom} »`} onFermer={onFermer}>
      <Requete de={apercu}>
        {(rendu) => (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Avertissements apercu={rendu} />
            {rendu.sms === null ? <Courriel rendu={rendu} /> : <TelephoneSms sms={rendu.sms} />}
          </Flex>
        )}
      </Requete>
    </Fenetre>
  );
}
