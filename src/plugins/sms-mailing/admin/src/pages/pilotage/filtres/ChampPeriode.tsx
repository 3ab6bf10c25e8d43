import { Box, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { Periode } from '../../../../../core/filtres-campagne';
import { Periode as PeriodeSaisie } from '../../../components/Periode';

interface Props {
  nom: string;
  libelle: string;
  periode: Periode;
  onPeriode: (periode: Periode) => void;
}

/** « du [] au [] »: both bounds included, each may stay empty. */
export function ChampPeriode({ nom, libelle, periode, onPeriode }: Props): JSX.Element {
  const { du = '', au = '' } = periode;
  const change = (suite: { du?: string; au?: string }): void => {
    const apres = { du, au, ...suite };
    onPeriode({
      ...(apres.du === '' ? {} : { du: apres.du }),
      ...(apres.au === '' ? {} : { au: apres.au }),
    });
  };
  return (
    <Box tag="fieldset" borderStyle="none" padding={0} margin={0}>
      <Typography tag="legend" variant="pi" fontWeight="bold" textColor="neutral800">
        {libelle}
      </Typography>
      <Flex gap={2} paddingTop={1} alignItems="flex-start" wrap="wrap">
        <PeriodeSaisie nom={nom} du={du} au={au} onPeriode={change} />
      </Flex>
    </Box>
  );
}
