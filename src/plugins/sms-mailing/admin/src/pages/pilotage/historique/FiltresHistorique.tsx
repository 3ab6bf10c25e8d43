import { Box, Flex, TextButton } from '@strapi/design-system';
import type { JSX } from 'react';
import { Periode } from '../../../components/Periode';
import { ChampTexte } from '../../../components/ChampTexte';

export interface RechercheHistorique {
  /** 'YYYY-MM-DD', or '' */
  du: string;
  au: string;
  personne: string;
}

const SANS_RECHERCHE: RechercheHistorique = { du: '', au: '', personne: '' };

interface Props {
  recherche: RechercheHistorique;
  onRecherche: (changement: Partial<RechercheHistorique>) => void;
}

/** By period and by person, beside the text (guide §7.c « Filtrer »). */
export function FiltresHistorique({ recherche, onRecherche }: Props): JSX.Element {
  const { du, au, personne } = recherche;
  return (
    <Flex gap={3} wrap="wrap" alignItems="flex-end">
      <Periode debut="Départ du" du={du} au={au} onPeriode={onRecherche} />
      <Box width="26rem">
        <ChampTexte
          nom="personne"
          libelle="Personne concernée"
          indice="Nom, e-mail ou numéro"
          valeur={personne}
          onValeur={(valeur) => {
            onRecherche({ personne: valeur });
          }}
        />
      </Box>
      {du + au + personne === '' ? null : (
        <Box paddingBottom={2}>
          <TextButton
            onClick={() => {
              onRecherche(SANS_RECHERCHE);
            }}
          >
            Vider
          </TextButton>
        </Box>
      )}
    </Flex>
  );
}
