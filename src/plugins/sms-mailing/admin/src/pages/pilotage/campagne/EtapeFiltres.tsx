import { Box, Button, Flex, Grid } from '@strapi/design-system';
import { Search, Trash } from '@strapi/icons';
import { useState, type JSX } from 'react';
import type { LigneModeleCampagne } from '../../../../../core/api/campagnes';
import type { TypeContact } from '../../../../../core/vocabulaire';
import { useLazyCountDestinatairesQuery } from '../../../api/campagnes';
import { useServeur } from '../../../components/useServeur';
import { Compte } from '../filtres/Compte';
import { Filtres } from '../filtres/Filtres';
import { FiltresGardes } from '../filtres/FiltresGardes';
import { countTrouves } from '../filtres/filtres-vus';
import { problemeFiltres, videFiltres, withFiltre } from '../filtres/filtres-saisis';
import type { Noms } from '../filtres/noms';
import { Phrases } from '../filtres/Phrases';
import type { EtatCampagne } from './useCampagne';

interface Props {
  modele: LigneModeleCampagne;
  typeContact: TypeContact;
  etat: EtatCampagne;
}

const PAUSE_MS = 400;

/** Guide §7.b: choose, « Filtrer », « Vider »; how many that makes is counted as one chooses. */
export function EtapeFiltres({ modele, typeContact, etat }: Props): JSX.Element {
  const [choisis, setChoisis] = useState(etat.filtres);
  const probleme = problemeFiltres(choisis);
  const compte = useServeur(
    useLazyCountDestinatairesQuery,
    probleme === null ? { ...etat.cible, filtres: choisis, memoriser: false } : null,
    { pauseMs: PAUSE_MS }
  );
  const noms: Noms = { ...compte.data?.noms, ...etat.noms };
  const change = (filtres: typeof choisis, nommes: Noms): void => {
    etat.addNoms(nommes);
    setChoisis(filtres);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <FiltresGardes
        cible={etat.cible}
        filtres={choisis}
        nombre={compte.data === undefined || compte.perime ? null : countTrouves(compte.data)}
        onAppliquer={change}
      />
      <Grid.Root gap={5}>
        <Grid.Item col={9} s={12} xs={12} direction="column" alignItems="stretch">
          <Filtres filtres={choisis} noms={noms} onFiltres={change} />
        </Grid.Item>
        <Grid.Item col={3} s={12} xs={12} direction="column" alignItems="stretch">
          <Flex
            direction="column"
            alignItems="stretch"
            gap={4}
            position="sticky"
            style={{ top: '7.2rem' }}
          >
            <Flex gap={2}>
              <Box flex="1">
                <Button
                  fullWidth
                  startIcon={<Search />}
                  disabled={probleme !== null}
                  onClick={() => {
                    etat.search(choisis, noms);
                  }}
                >
                  Filtrer
                </Button>
              </Box>
              <Button
                variant="tertiary"
                startIcon={<Trash />}
                onClick={() => {
                  setChoisis(videFiltres(choisis.typeDestinataire));
                }}
              >
                Vider
              </Button>
            </Flex>
            <Compte
              de={compte}
              probleme={probleme}
              typeDestinataire={choisis.typeDestinataire}
              modele={{ ...modele, typeContact }}
            />
            <Phrases
              filtres={choisis}
              noms={noms}
              onRetirer={(cle) => {
                setChoisis((avant) => withFiltre(avant, cle, undefined));
              }}
            />
          </Flex>
        </Grid.Item>
      </Grid.Root>
    </Flex>
  );
}
