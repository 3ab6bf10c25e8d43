import { Box, Flex, TextButton, Tooltip, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { LigneModeleCampagne } from '../../../../../core/api/campagnes';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { usePreviewModeleQuery } from '../../../api/apercu';
import { ApercuModele } from './ApercuModele';

interface Props {
  modele: LigneModeleCampagne;
  typeDestinataire: TypeDestinataire;
}

/** Enough to recognise a message; a click shows the whole. */
const LONGUEUR = 280;

/** Asked for when it is shown. */
function Extrait({
  documentId,
  typeDestinataire,
}: {
  documentId: string;
  typeDestinataire: TypeDestinataire;
}): JSX.Element {
  const { data, error } = usePreviewModeleQuery({
    modeleDocumentId: documentId,
    cobaye: { typeDestinataire, documentId: null, actionDocumentId: null },
  });
  if (data === undefined) {
    return (
      <>{error === undefined ? 'Chargement de l’aperçu…' : 'L’aperçu n’a pas pu être chargé.'}</>
    );
  }
  const texte = (data.sms?.texte ?? data.texte).trim();
  const extrait = texte.length <= LONGUEUR ? texte : `${texte.slice(0, LONGUEUR)}…`;
  return (
    <Box maxWidth="36rem" style={{ whiteSpace: 'pre-line' }}>
      {data.objet === '' ? extrait : `${data.objet}\n\n${extrait}`}
    </Box>
  );
}

/** The name of a modèle: hovered or focused it shows the beginning of the message, clicked the whole of it. */
export function NomModele({ modele, typeDestinataire }: Props): JSX.Element {
  const [ouvert, setOuvert] = useState(false);
  const { documentId, nom, raison } = modele;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Tooltip
        side="right"
        label={<Extrait documentId={documentId} typeDestinataire={typeDestinataire} />}
      >
        <TextButton
          style={{ textAlign: 'left' }}
          aria-label={`Aperçu de « ${nom} »`}
          onClick={() => {
            setOuvert(true);
          }}
        >
          <Typography fontWeight="semiBold" textColor="primary700">
            {nom}
          </Typography>
        </TextButton>
      </Tooltip>
      {raison === null ? null : (
        <Typography variant="pi" textColor="danger600">
          {raison}
        </Typography>
      )}
      {ouvert ? (
        <ApercuModele
          documentId={documentId}
          nom={nom}
          typeDestinataire={typeDestinataire}
          onFermer={() => {
            setOuvert(false);
          }}
        />
      ) : null}
    </Flex>
  );
}
