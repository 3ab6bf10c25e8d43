import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Jalon } from '../../../../../core/api/deroule';
import type { FicheAction } from '../../../../../core/api/fiches';
import { Bandeau } from '../../../components/Bandeau';
import { listTardifs, phraseTardifs } from './deroule';

interface Props {
  action: FicheAction;
  jalon: Jalon;
}

/** Who joined late: « convocation envoyée lundi aux 10 autres : l'envoyer maintenant ? » Nothing leaves from here. */
export function Tardifs({ action, jalon }: Props): JSX.Element {
  const navigate = useNavigate();
  const { modeleDocumentId, typeContact } = jalon;
  const possible = action.modeles.some(
    ({ documentId, raison }) => documentId === modeleDocumentId && raison === null
  );
  return (
    <Bandeau>
      <Flex gap={4} wrap="wrap" justifyContent="space-between">
        <Typography>{phraseTardifs(jalon)}</Typography>
        {possible && !action.passee && modeleDocumentId !== null ? (
          <Box shrink={0}>
            <TextButton
              onClick={() => {
                const recherche = `type=${typeContact}&a-envoyer=${modeleDocumentId}`;
                navigate(`/actions/${action.documentId}/envois?${recherche}`, {
                  state: {
                    personnes: listTardifs(jalon).map(({ documentId }) => documentId),
                    modele: modeleDocumentId,
                  },
                });
              }}
            >
              L’envoyer maintenant
            </TextButton>
          </Box>
        ) : null}
      </Flex>
    </Bandeau>
  );
}
