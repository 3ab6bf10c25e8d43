import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { useAskOperateurQuery } from '../../../api/packages-sms';
import { formatNombre } from '../../../components/texte';

/** What is left at the operator, once it has answered: the rest of the page does not wait for it. */
export function Operateur({ reste }: { reste: number }): JSX.Element | null {
  const { data } = useAskOperateurQuery(undefined);
  if (data === undefined || data.issue === 'impossible') {
    return null;
  }
  if (data.solde === null) {
    return data.issue === 'echec' ? (
      <Typography textColor="danger600">L’opérateur ne répond pas : {data.phrase}</Typography>
    ) : null;
  }
  const { montant, unite } = data.solde;
  const manque = unite === 'SMS' && montant < reste;
  return (
    <Typography textColor={manque ? 'danger600' : 'neutral600'}>
      Chez l’opérateur, il reste {formatNombre(montant)} {unite === 'EUR' ? '€' : unite}
      {manque ? ' : moins que ce décompte. Corrigez le décompte du package.' : '.'}
    </Typography>
  );
}
