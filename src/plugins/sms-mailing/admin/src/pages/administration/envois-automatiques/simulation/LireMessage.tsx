import { Box, Modal, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { styled } from 'styled-components';
import type { LigneEssai } from '../../../../../../core/api/envois-automatiques';

interface Props {
  lu: LigneEssai | null;
  onFermer: () => void;
}

const Texte = styled(Typography)`
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;

/** The very text that this person would read. */
export function LireMessage({ lu, onFermer }: Props): JSX.Element {
  return (
    <Modal.Root
      open={lu !== null}
      onOpenChange={(ouvert: boolean) => {
        if (!ouvert) {
          onFermer();
        }
      }}
    >
      <Modal.Content>
        <Modal.Header closeLabel="Fermer">
          <Modal.Title>Message de {lu?.nom}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {lu?.objet === '' ? null : (
            <Typography tag="p" fontWeight="bold">
              {lu?.objet}
            </Typography>
          )}
          <Box paddingTop={3}>
            <Texte tag="div">{lu?.texte}</Texte>
          </Box>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
