import { Box, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { CadreHtml } from '../apercu/CadreHtml';
import { useReadMessageQuery } from '../api/envois';
import { Fenetre } from '../components/Fenetre';
import { Requete } from '../components/Requete';
import { piecesDEnvoi } from '../components/useOpenPiece';
import { PiecesPortees } from './PiecesPortees';

interface Props {
  /** documentId of an envoi that has left. */
  envoi: string;
  onFermer: () => void;
}

/** « The exact message »: what that envoi was, as it left (decision F5). Mounted when it is asked for. */
export function MessageLu({ envoi, onFermer }: Props): JSX.Element {
  const { data, error, refetch } = useReadMessageQuery(envoi);
  return (
    <Fenetre titre="Le message, tel qu’il est parti" onFermer={onFermer}>
      <Requete de={{ data, error, refetch }}>
        {({ destinataire, adresse, objet, html, texte, piecesJointes }) => (
          <Flex direction="column" alignItems="stretch" gap={3}>
            <Typography variant="pi" textColor="neutral600">
              À : {destinataire}
              {adresse === null ? '' : ` <${adresse}>`}
            </Typography>
            <PiecesPortees pieces={piecesJointes} dossier={piecesDEnvoi(envoi)} />
            {objet === '' ? null : <Typography fontWeight="bold">{objet}</Typography>}
            {html === '' ? (
              <Box
                tag="pre"
                padding={4}
                hasRadius
                background="neutral100"
                style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
              >
                {texte}
              </Box>
            ) : (
              <CadreHtml html={html} ecran="ordinateur" />
            )}
          </Flex>
        )}
      </Requete>
    </Fenetre>
  );
}
