import { Box, Flex, Typography } from '@strapi/design-system';
import { lazy, Suspense, useId, type JSX } from 'react';
import { styled } from 'styled-components';
import { TableHtml } from '../components/TableHtml';
import { formatNombre } from '../components/texte';
import { Motif, useTeintes } from './Motif';
import { isVide, totalOf, valeurOf, type Point, type Serie } from './points';

const Barres = lazy(() => import('./Barres'));

/** Reserved before the bars are there: nothing moves when they come. */
const HAUTEUR = 240;
const PASTILLE = 16;

/** Its triangle has the colour of its words: the browser's own is lost on a dark page. */
const Sommaire = styled.summary`
  color: ${({ theme }) => theme.colors.neutral600};
  cursor: pointer;
`;

interface Props {
  /** What it shows, for a screen reader. */
  nom: string;
  /** What a bar is: « Jour ». */
  entete: string;
  series: readonly Serie[];
  points: readonly Point[];
}

function Legende({ series }: Pick<Props, 'series'>): JSX.Element {
  const id = useId().replaceAll(':', '');
  const teintes = useTeintes();
  return (
    <Flex gap={4} wrap="wrap">
      {series.map(({ cle, libelle }, rang) => (
        <Flex key={cle} gap={2}>
          <svg width={PASTILLE} height={PASTILLE}>
            <defs>
              <Motif id={`${id}-${cle}`} rang={rang} />
            </defs>
            <rect
              width={PASTILLE}
              height={PASTILLE}
              fill={`url(#${id}-${cle})`}
              stroke={teintes[rang]}
            />
          </svg>
          <Typography variant="pi">{libelle}</Typography>
        </Flex>
      ))}
    </Flex>
  );
}

/** The same figures, to be read. */
function Chiffres({ nom, entete, series, points }: Props): JSX.Element {
  return (
    <TableHtml nom={nom}>
      <thead>
        <tr>
          <th scope="col">{entete}</th>
          {series.map(({ cle, libelle }) => (
            <th key={cle} scope="col">
              {libelle}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.cle}>
            <th scope="row">{point.long}</th>
            {series.map((serie) => (
              <td key={serie.cle}>{formatNombre(valeurOf(point, serie))}</td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">Total</th>
          {series.map((serie) => (
            <td key={serie.cle}>{formatNombre(totalOf(points, serie))}</td>
          ))}
        </tr>
      </tbody>
    </TableHtml>
  );
}

/** Bars for the eyes, and their figures in a table that opens; a word where there is nothing to draw. */
export function Graphique(props: Props): JSX.Element {
  const { series, points } = props;
  if (isVide(points, series)) {
    return <Typography textColor="neutral600">Rien sur cette période.</Typography>;
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <div aria-hidden>
        {series.length === 1 ? null : <Legende series={series} />}
        <Box height={`${String(HAUTEUR)}px`}>
          <Suspense>
            <Barres series={series} points={points} hauteur={HAUTEUR} />
          </Suspense>
        </Box>
      </div>
      <details>
        <Sommaire>
          <Typography textColor="neutral600">Lire les chiffres</Typography>
        </Sommaire>
        <Box paddingTop={3}>
          <Chiffres {...props} />
        </Box>
      </details>
    </Flex>
  );
}
