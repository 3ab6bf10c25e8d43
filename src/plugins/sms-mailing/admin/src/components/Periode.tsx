import { Box } from '@strapi/design-system';
import type { JSX } from 'react';
import { ChampJour } from './ChampJour';

interface Props {
  /** Of the fields, where a form holds several. */
  nom?: string;
  /** What the first day is of. */
  debut?: string;
  /** Days 'YYYY-MM-DD', or ''. */
  du: string;
  au: string;
  requis?: boolean;
  onPeriode: (changement: { du: string } | { au: string }) => void;
}

/** Beside other fields, or in half of a form. */
const LARGEUR = '1 1 16.5rem';

/** From a day to another, both included; unless it is required, each may be left empty. */
export function Periode(props: Props): JSX.Element {
  const { nom = '', debut = 'Du', du, au, requis = false, onPeriode } = props;
  const inverse = du !== '' && au !== '' && au < du;
  return (
    <>
      <Box flex={LARGEUR} maxWidth="18rem">
        <ChampJour
          nom={`${nom}Du`}
          libelle={debut}
          jour={du}
          requis={requis}
          onJour={(jour) => {
            onPeriode({ du: jour });
          }}
        />
      </Box>
      <Box flex={LARGEUR} maxWidth="18rem">
        <ChampJour
          nom={`${nom}Au`}
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
