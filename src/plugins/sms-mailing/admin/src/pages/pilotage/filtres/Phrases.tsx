import { Flex, Tag, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import type { JSX } from 'react';
import type { FiltresCampagne } from '../../../../../core/filtres-campagne';
import { listPhrases, type CleFiltre } from '../../../../../core/phrases-filtres';
import type { Noms } from './noms';

interface Props {
  filtres: FiltresCampagne;
  noms: Noms;
  /** Removes that one; without it, they are only read. */
  onRetirer?: (cle: CleFiltre) => void;
}

/** Guide §7.b « Les filtres : »: what is asked, as sentences, each removable. */
export function Phrases({ filtres, noms, onRetirer }: Props): JSX.Element {
  const phrases = listPhrases(filtres, noms);
  if (phrases.length === 0) {
    return <Typography textColor="neutral600">Aucun filtre : toutes les personnes.</Typography>;
  }
  return onRetirer === undefined ? (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
      {phrases.map(({ cle, phrase }) => (
        <Typography key={cle} tag="li">
          • {phrase}
        </Typography>
      ))}
    </Flex>
  ) : (
    <Flex gap={2} wrap="wrap">
      {phrases.map(({ cle, phrase }) => (
        <Tag
          key={cle}
          icon={<Cross aria-hidden />}
          label={`Retirer le filtre ${phrase}`}
          onClick={() => {
            onRetirer(cle);
          }}
        >
          {phrase}
        </Tag>
      ))}
    </Flex>
  );
}
