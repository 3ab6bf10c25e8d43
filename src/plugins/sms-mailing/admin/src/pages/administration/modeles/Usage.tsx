import { Flex, Typography } from '@strapi/design-system';
import { Information } from '@strapi/icons';
import type { JSX } from 'react';
import type { UsageModele } from '../../../../../core/modele';
import { pluralize } from '../../../components/texte';

interface Props {
  usage: UsageModele;
}

/** Decision B8: what leaves with this modèle, said before it is changed. */
export function Usage({ usage }: Props): JSX.Element | null {
  const noms = [
    usage.programmes === 0
      ? ''
      : pluralize(usage.programmes, 'envoi programmé', 'envois programmés'),
    usage.envoisAutomatiques === 0
      ? ''
      : pluralize(usage.envoisAutomatiques, 'envoi automatique', 'envois automatiques'),
  ].filter((nom) => nom !== '');
  if (noms.length === 0) {
    return null;
  }
  const pluriel = usage.programmes + usage.envoisAutomatiques > 1;
  return (
    <Flex gap={3} padding={4} hasRadius background="primary100" role="note">
      <Information aria-hidden fill="primary600" style={{ flexShrink: 0 }} />
      <Typography textColor="neutral800">
        {noms.join(' et ')} {pluriel ? 'utilisent' : 'utilise'} ce modèle : ce que vous enregistrez
        est ce qui partira.
      </Typography>
    </Flex>
  );
}
