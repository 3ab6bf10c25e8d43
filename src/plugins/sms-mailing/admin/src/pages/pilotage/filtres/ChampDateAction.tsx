import { Box, Flex, Radio, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { FiltreDateAction } from '../../../../../core/filtres-campagne';
import { ChampNombre } from '../../../components/ChampNombre';
import { ChampPeriode } from './ChampPeriode';

interface Props {
  libelle: string;
  filtre: FiltreDateAction;
  onFiltre: (filtre: FiltreDateAction) => void;
}

type Genre = FiltreDateAction['genre'];

const GENRES: readonly (readonly [Genre, string])[] = [
  ['relative', 'date relative'],
  ['periode', 'période de date'],
  ['aucun', 'pas de filtre'],
];

/** The week before the send date: what one most often means by « récemment ». */
const DEPARTS: Readonly<Record<Genre, FiltreDateAction>> = {
  relative: { genre: 'relative', de: -7, a: 0 },
  periode: { genre: 'periode' },
  aucun: { genre: 'aucun' },
};

/** Guide §7.b « date relative / période de date / pas de filtre ». */
export function ChampDateAction({ libelle, filtre, onFiltre }: Props): JSX.Element {
  return (
    <Box tag="fieldset" borderStyle="none" padding={0} margin={0}>
      <Typography tag="legend" variant="pi" fontWeight="bold" textColor="neutral800">
        {libelle}
      </Typography>
      <Box paddingTop={1}>
        <Radio.Group
          aria-label={libelle}
          value={filtre.genre}
          onValueChange={(genre: string) => {
            const choisi = GENRES.find(([cle]) => cle === genre);
            if (choisi !== undefined) {
              onFiltre(DEPARTS[choisi[0]]);
            }
          }}
        >
          <Flex gap={4} wrap="wrap">
            {GENRES.map(([cle, nom]) => (
              <Radio.Item key={cle} value={cle}>
                {nom}
              </Radio.Item>
            ))}
          </Flex>
        </Radio.Group>
      </Box>
      {filtre.genre === 'relative' ? (
        <Flex gap={2} paddingTop={2} alignItems="flex-start" wrap="wrap">
          <Box flex="1" minWidth="14rem">
            <ChampNombre
              nom="dateActionDe"
              libelle="de J…"
              nombre={filtre.de}
              aide="-7 : sept jours avant l’envoi"
              onNombre={(de = 0) => {
                onFiltre({ ...filtre, de });
              }}
            />
          </Box>
          <Box flex="1" minWidth="14rem">
            <ChampNombre
              nom="dateActionA"
              libelle="à J…"
              nombre={filtre.a}
              aide="7 : sept jours après l’envoi"
              onNombre={(a = 0) => {
                onFiltre({ ...filtre, a });
              }}
            />
          </Box>
        </Flex>
      ) : null}
      {filtre.genre === 'periode' ? (
        <Box paddingTop={2}>
          <ChampPeriode
            nom="dateAction"
            libelle="Entre ces dates"
            periode={filtre}
            onPeriode={(periode) => {
              onFiltre({ genre: 'periode', ...periode });
            }}
          />
        </Box>
      ) : null}
    </Box>
  );
}
