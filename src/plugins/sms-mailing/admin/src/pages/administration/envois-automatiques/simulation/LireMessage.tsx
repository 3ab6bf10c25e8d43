import { Box, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { styled } from 'styled-components';
import type { LigneEssai } from '../../../../../../core/api/envois-automatiques';
import { Fenetre } from '../../../../components/Fenetre';

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
    <Fenetre titre={`Message de ${lu?.nom ?? ''}`} ouverte={lu !== null} onFermer={onFermer}>
      {lu?.objet === '' ? null : (
        <Typography tag="p" fontWeight="bold">
          {lu?.objet}
        </Typography>
      )}
      <Box paddingTop={3}>
        <Texte tag="div">{lu?.texte}</Texte>
      </Box>
    </Fenetre>
  );
}
