import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { Link } from 'react-router-dom';
import type { LigneHistorique } from '../../../core/api/historique';
import { cheminPersonne } from './lieu-du-motif';

type Nomme = Pick<LigneHistorique, 'destinataire' | 'destinataireDocumentId' | 'typeDestinataire'>;

/** Who an envoi is for: her name leads to her fiche, as long as it is there. */
export function NomDestinataire({ ligne }: { ligne: Nomme }): JSX.Element {
  const { destinataire, destinataireDocumentId, typeDestinataire } = ligne;
  return destinataireDocumentId === null ? (
    <Typography>{destinataire}</Typography>
  ) : (
    <Typography
      tag={Link}
      to={cheminPersonne(typeDestinataire, destinataireDocumentId)}
      fontWeight="semiBold"
      textColor="primary700"
    >
      {destinataire}
    </Typography>
  );
}
