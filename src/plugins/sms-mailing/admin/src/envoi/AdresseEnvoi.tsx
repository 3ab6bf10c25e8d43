import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { formatNumero } from '../../../core/affiche-numero';
import type { LigneHistorique } from '../../../core/api/historique';
import { phrasePrevue } from './phrase-envoi';

/** « Adresse ou numéro »: the one used; of what waits, the one that would serve now. */
export function AdresseEnvoi({
  ligne: { adresse, prevue },
}: {
  ligne: Pick<LigneHistorique, 'adresse' | 'prevue'>;
}): JSX.Element {
  const montree = adresse ?? prevue?.adresse ?? null;
  return (
    <>
      {montree === null ? null : <Typography tag="p">{formatNumero(montree)}</Typography>}
      {adresse !== null || prevue === null ? null : (
        <Typography
          tag="p"
          variant="pi"
          textColor={prevue.motif === null ? 'neutral600' : 'danger600'}
        >
          {phrasePrevue(prevue)}
        </Typography>
      )}
    </>
  );
}
