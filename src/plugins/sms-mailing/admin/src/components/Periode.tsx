import { Box } from '@strapi/design-system';
import type { JSX } from 'react';
import { ChampJour } from './ChampJour';

interface Props {
  /** What the first day is of. */
  debut?: string;
  /** Days 'YYYY-MM-DD', or ''. */
  du: string;
  au: string;
  requis?: boolean;
  onPeriode: (changement: { du: string } | { au: string }) => void;
}

/** From a day to another, both included; unless it is required, each may be left empty. */
export function Periode({ debut = 'Du', du, au, requis = false, onPeriode }: Props): JSX.Element {
  const inverse = du !== '' && au !== '' && au < du;
  return (
    <>
      <Box width="18rem">
        <ChampJour
          nom="du"
          libelle={debut}
          jour={du}
          requis={requis}
          onJour={(jour) => {
            onPeriode({ du: jour });
          }}
        />
      </Box>
      <Box width="18rem">
        <ChampJour
          nom="au"
          libelle="Au"
          jour={au}
          requis={requis}
          erreur={inverse ? 'La fin vient avant le début.' : undefined}
          onJour={(jour) => {
            onPeriode({ au: jour });
          }}
        />
      </Box>
    </>
  );
}
