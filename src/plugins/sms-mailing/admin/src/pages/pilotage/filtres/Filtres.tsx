import { Box, Flex, Grid, TextButton, Typography } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import { useId, useState, type JSX } from 'react';
import {
  DESCRIPTIONS_FILTRES,
  type DescriptionFiltre,
  type GroupeFiltre,
} from '../../../../../core/description-filtres';
import type { FiltresCampagne } from '../../../../../core/filtres-campagne';
import { DROIT_SENSIBLE, isSensible } from '../../../../../core/filtres-sensibles';
import { CaseGrille } from '../../../components/CaseGrille';
import { useDroits } from '../../../droits';
import { ChampFiltre } from './ChampFiltre';
import { valeurOf, withFiltre } from './filtres-saisis';
import type { Noms } from './noms';

interface Props {
  filtres: FiltresCampagne;
  noms: Noms;
  onFiltres: (filtres: FiltresCampagne, nommes: Noms) => void;
}

interface GroupeProps extends Props {
  groupe: GroupeFiltre;
  descriptions: readonly DescriptionFiltre[];
}

function Groupe({ groupe, descriptions, filtres, noms, onFiltres }: GroupeProps): JSX.Element {
  const [ouvert, setOuvert] = useState(false);
  const id = useId();
  // A filter in use is never out of sight.
  const visibles = descriptions.filter(
    ({ commun, cle }) => ouvert || commun || valeurOf(filtres, cle) !== undefined
  );
  const caches = descriptions.length - visibles.length;
  return (
    <Box
      tag="section"
      aria-label={`Filtres : ${groupe}`}
      background="neutral0"
      padding={5}
      hasRadius
      shadow="tableShadow"
    >
      <Flex justifyContent="space-between" gap={3}>
        <Typography tag="h2" variant="delta">
          {groupe}
        </Typography>
        {caches > 0 || ouvert ? (
          <TextButton
            aria-expanded={ouvert}
            aria-controls={id}
            endIcon={ouvert ? <CaretUp aria-hidden /> : <CaretDown aria-hidden />}
            onClick={() => {
              setOuvert(!ouvert);
            }}
          >
            {ouvert ? 'Moins de filtres' : `Plus de filtres (${String(caches)})`}
          </TextButton>
        ) : null}
      </Flex>
      <Box id={id} paddingTop={4}>
        <Grid.Root gap={5}>
          {visibles.map((de) => (
            <CaseGrille key={de.cle} colonnes={de.genre === 'date_action' ? 12 : 6}>
              <ChampFiltre
                de={de}
                valeur={valeurOf(filtres, de.cle)}
                noms={noms}
                onValeur={(valeur, nommes = {}) => {
                  onFiltres(withFiltre(filtres, de.cle, valeur), nommes);
                }}
              />
            </CaseGrille>
          ))}
        </Grid.Root>
      </Box>
    </Box>
  );
}

/** Guide §7.b: every filter of these destinataires, in groups, the common ones in sight. */
export function Filtres({ filtres, noms, onFiltres }: Props): JSX.Element {
  const { [DROIT_SENSIBLE]: thRsa } = useDroits(DROIT_SENSIBLE);
  const descriptions = DESCRIPTIONS_FILTRES[filtres.typeDestinataire].filter(
    ({ cle }) => thRsa || !isSensible(cle)
  );
  const groupes = [...new Set(descriptions.map(({ groupe }) => groupe))];
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {groupes.map((groupe) => (
        <Groupe
          key={groupe}
          groupe={groupe}
          descriptions={descriptions.filter((de) => de.groupe === groupe)}
          filtres={filtres}
          noms={noms}
          onFiltres={onFiltres}
        />
      ))}
    </Flex>
  );
}
