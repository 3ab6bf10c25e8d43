import { Box, Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import type { JSX, ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { TableEnvoisAutomatiques } from '../../../../../../core/api/envois-automatiques';
import { Serre } from '../../../../components/Serre';
import { Tableau } from '../../../../components/Tableau';
import { pluralize } from '../../../../components/texte';
import { accordeDepart } from '../../../../envoi/phrase-depart';
import { ActionsEnvoi } from './ActionsEnvoi';
import { COLONNES, type Ligne } from './colonnes';
import { Conflits } from './Conflits';
import { PhraseEnvoi } from '../PhraseEnvoi';
import { TotalDuSoir } from '../TotalDuSoir';
import { readQuand } from '../quand';
import { openCopie, openRegle, type Ouverture } from '../formulaire/saisie';

interface Props {
  liste: TableEnvoisAutomatiques;
  peutGerer: boolean;
  creer: ReactNode;
  onTester: () => void;
  onOuvrir: (ouverture: Ouverture) => void;
}

/**
 * Eleven columns, then the rule as a sentence. Where there is no room for all, the criteria go: the sentence
 * says them.
 */
const Regles = styled(Serre)`
  container-type: inline-size;

  & table {
    table-layout: fixed;
    width: 100%;
  }

  & tbody tr:nth-child(odd) {
    border-bottom: none;
  }

  & th:nth-child(1) {
    width: 8%;
  }

  & th:is(:nth-child(2), :nth-child(3), :nth-child(4), :nth-child(6)) {
    width: 9.4%;
  }

  & th:nth-child(5) {
    width: 12%;
  }

  & th:nth-child(7) {
    width: 14.6%;
  }

  & th:nth-child(8) {
    width: 5%;
  }

  & th:nth-child(9) {
    width: 7%;
  }

  @container (max-width: 76rem) {
    & :is(td, th):is(:nth-child(-n + 5), :nth-child(n + 10)):not([colspan]) {
      display: none;
    }

    & th:is(:nth-child(6), :nth-child(9)) {
      width: 20%;
    }

    & th:nth-child(7) {
      width: 48%;
    }

    & th:nth-child(8) {
      width: 12%;
    }
  }
`;

/** What leaves on the next evening, all rules together. */
function Resume({ liste }: { liste: TableEnvoisAutomatiques }): JSX.Element {
  const partent = liste.lignes.flatMap(({ ceSoir }) => (ceSoir === null ? [] : [ceSoir]));
  const messages = partent.reduce((somme, { recevront }) => somme + recevront, 0);
  return (
    <div>
      <Typography tag="p">
        {accordeDepart(liste.phraseDepart, messages)} :{' '}
        <Typography fontWeight="bold">{pluralize(messages, 'message')}</Typography> par{' '}
        {pluralize(partent.length, 'envoi automatique actif', 'envois automatiques actifs')}.
      </Typography>
      <TotalDuSoir soir={liste.soir} />
    </div>
  );
}

interface OutilsProps {
  soir: string;
  peutGerer: boolean;
  onTester: () => void;
}

/** What one does with the rules besides writing them. */
function Outils({ soir, peutGerer, onTester }: OutilsProps): JSX.Element {
  return (
    <Flex gap={2} wrap="wrap">
      <LinkButton tag={Link} to={`simulation?soir=${soir}`} variant="tertiary">
        Simuler un soir
      </LinkButton>
      <LinkButton tag={Link} to="pourquoi" variant="tertiary">
        Pourquoi ne l’a-t-il pas reçu ?
      </LinkButton>
      {peutGerer ? (
        <Button variant="tertiary" onClick={onTester}>
          Envoi test des E-mails et des sms
        </Button>
      ) : null}
    </Flex>
  );
}

/** Guide §6.a: the table of the rules, each read as a sentence. */
export function ListeEnvois(props: Props): JSX.Element {
  const { liste, peutGerer, creer, onOuvrir, onTester } = props;
  const quand = readQuand(liste);

  const detail = (ligne: Ligne): JSX.Element => (
    <Flex gap={4} justifyContent="space-between" alignItems="flex-start">
      <Box maxWidth="96rem" paddingTop={1}>
        <PhraseEnvoi {...ligne} inactif={ligne.regle.inactif} compte={ligne.ceSoir} quand={quand} />
        <Conflits documentId={ligne.documentId} liste={liste} quand={quand} />
      </Box>
      {peutGerer ? (
        <ActionsEnvoi
          ligne={ligne}
          soir={liste.soir}
          quand={quand}
          onModifier={() => {
            onOuvrir(openRegle(ligne));
          }}
          onDupliquer={() => {
            onOuvrir(openCopie(ligne, liste.choixPerimetre));
          }}
        />
      ) : null}
    </Flex>
  );

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={4} wrap="wrap" justifyContent="space-between">
        <Resume liste={liste} />
        <Outils soir={liste.soir} peutGerer={peutGerer} onTester={onTester} />
      </Flex>
      <Regles>
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
      </Regles>
    </Flex>
  );
}
