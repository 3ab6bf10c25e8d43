import { Box, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { ModeleDeFiche } from '../../../../../core/api/fiches';
import { Avertissements } from '../../../apercu/Avertissements';
import { Courriel } from '../../../apercu/Courriel';
import { TelephoneSms } from '../../../apercu/TelephoneSms';
import { usePreviewModeleQuery } from '../../../api/apercu';
import { Requete } from '../../../components/Requete';
import { useDiffere } from '../../../components/useDiffere';

export interface Cible {
  documentId: string;
  nom: string;
}

interface Props {
  /** Null: none was pointed at yet. */
  modele: ModeleDeFiche | null;
  /** On whom it may be shown. */
  personnes: readonly Cible[];
  action: string | null;
}

/** A mouse that goes by asks for nothing. */
const PAUSE_MS = 200;

interface RenduProps {
  modele: string;
  personne: string;
  action: string | null;
}

function Rendu({ modele, personne, action }: RenduProps): JSX.Element {
  const cobaye = {
    ...{ typeDestinataire: 'entrepreneur' as const, documentId: personne },
    actionDocumentId: action,
  };
  const { currentData, error, refetch } = usePreviewModeleQuery({
    modeleDocumentId: modele,
    cobaye,
  });
  return (
    <Requete de={{ data: currentData, error, refetch }}>
      {(rendu) => (
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Avertissements apercu={rendu} />
          {rendu.sms === null ? <Courriel rendu={rendu} /> : <TelephoneSms sms={rendu.sms} />}
        </Flex>
      )}
    </Requete>
  );
}

/** « Un aperçu du contenu au passage de la souris est disponible » (guide §8.b): on this action, this person. */
export function ApercuFiche({ modele, personnes, action }: Props): JSX.Element {
  const [choisie, setChoisie] = useState('');
  const pointe = useDiffere(modele, PAUSE_MS);
  // Another mode was chosen: what was shown is none of its modèles.
  const montre = modele === null ? null : pointe;
  const personne = personnes.find(({ documentId }) => documentId === choisie) ?? personnes[0];
  return (
    <Box tag="section" aria-label="Aperçu">
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography tag="h3" variant="delta">
          {montre === null ? 'Aperçu' : `Aperçu de « ${montre.nom} »`}
        </Typography>
        {personnes.length > 1 ? (
          <SingleSelect
            size="S"
            aria-label="Montrer le message pour"
            value={personne?.documentId ?? ''}
            onChange={(valeur: string | number) => {
              setChoisie(String(valeur));
            }}
          >
            {personnes.map(({ documentId, nom }) => (
              <SingleSelectOption key={documentId} value={documentId}>
                {nom}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        ) : null}
        {montre === null || personne === undefined ? (
          <Typography textColor="neutral600">
            {personne === undefined
              ? 'Personne ne participe encore à cette action : ajoutez un participant pour voir un message.'
              : 'Passez la souris sur un modèle, ou cliquez sur son nom, pour lire le message.'}
          </Typography>
        ) : (
          <Rendu modele={montre.documentId} personne={personne.documentId} action={action} />
        )}
      </Flex>
    </Box>
  );
}
