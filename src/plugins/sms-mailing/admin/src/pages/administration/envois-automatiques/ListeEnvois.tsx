import { Box, Flex, Typography } from '@strapi/design-system';
import type { JSX, ReactNode } from 'react';
import { styled } from 'styled-components';
import type { TableEnvoisAutomatiques } from '../../../../../core/api/envois-automatiques';
import { Tableau } from '../../../components/Tableau';
import { pluralize } from '../../../components/texte';
import { ActionsEnvoi } from './ActionsEnvoi';
import { COLONNES, type Ligne } from './colonnes';
import { PhraseEnvoi } from './PhraseEnvoi';
import { readQuand } from './quand';
import { toSaisie, type Ouverture } from './saisie';

interface Props {
  liste: TableEnvoisAutomatiques;
  peutGerer: boolean;
  creer: ReactNode;
  onOuvrir: (ouverture: Ouverture) => void;
}

/**
 * Eleven columns, then the rule as a sentence: they wrap rather than scroll. Where there is no room for all,
 * the criteria go: the sentence says them.
 */
const Serre = styled.div`
  container-type: inline-size;

  & table {
    table-layout: fixed;
    width: 100%;
  }

  & tbody tr td,
  & tbody tr td:first-of-type,
  & thead tr th,
  & thead tr th:first-of-type {
    padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[1]}`};
    white-space: normal;
    overflow-wrap: anywhere;
  }

  & thead th span {
    text-transform: none;
  }

  & tbody tr:nth-child(odd) {
    border-bottom: none;
  }

  & th:nth-child(7) {
    width: 14%;
  }

  & th:nth-child(8),
  & th:nth-child(9) {
    width: 6.5%;
  }

  @container (max-width: 76rem) {
    & :is(td, th):is(:nth-child(-n + 5), :nth-child(n + 10)):not([colspan]) {
      display: none;
    }

    & th:nth-child(n) {
      width: auto;
    }
  }
`;

/** What leaves on the next evening, all rules together. */
function Resume({ liste }: { liste: TableEnvoisAutomatiques }): JSX.Element {
  const partent = liste.lignes.flatMap(({ ceSoir }) => (ceSoir === null ? [] : [ceSoir]));
  const messages = partent.reduce((somme, { recevront }) => somme + recevront, 0);
  return (
    <Typography>
      {liste.phraseDepart} :{' '}
      <Typography fontWeight="bold">{pluralize(messages, 'message')}</Typography> par{' '}
      {pluralize(partent.length, 'envoi automatique actif', 'envois automatiques actifs')}.
    </Typography>
  );
}

/** Guide §6.a: the table of the rules, each read as a sentence. */
export function ListeEnvois(props: Props): JSX.Element {
  const { liste, peutGerer, creer, onOuvrir } = props;
  const quand = readQuand(liste);

  const detail = (ligne: Ligne): JSX.Element => (
    <Flex gap={4} justifyContent="space-between" alignItems="flex-start">
      <Box maxWidth="96rem" paddingTop={1}>
        <PhraseEnvoi {...ligne} inactif={ligne.regle.inactif} compte={ligne.ceSoir} quand={quand} />
      </Box>
      {peutGerer ? (
        <ActionsEnvoi
          ligne={ligne}
          quand={quand}
          onModifier={() => {
            onOuvrir({ documentId: ligne.documentId, saisie: toSaisie(ligne.regle) });
          }}
          onDupliquer={() => {
            onOuvrir({ documentId: null, saisie: { ...toSaisie(ligne.regle), inactif: true } });
          }}
        />
      ) : null}
    </Flex>
  );

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Resume liste={liste} />
      <Serre>
        <Tableau
          nom="Envois automatiques"
          unite="envoi automatique"
          unites="envois automatiques"
          lignes={liste.lignes}
          colonnes={COLONNES}
          tri={{ cle: 'ods', croissant: true }}
          alerte={({ modele }) => modele.inactif}
          detail={detail}
          vide={{
            titre: 'Aucun envoi automatique : créez le premier, par exemple un rappel à J-2.',
            action: creer,
          }}
        />
      </Serre>
    </Flex>
  );
}
