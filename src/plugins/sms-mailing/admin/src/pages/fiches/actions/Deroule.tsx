import { Box, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX, type ReactNode } from 'react';
import { styled } from 'styled-components';
import type { Jalon } from '../../../../../core/api/deroule';
import type { FicheAction } from '../../../../../core/api/fiches';
import { LIBELLES_TYPE_CONTACT } from '../../../../../core/vocabulaire';
import { useDescribeDerouleQuery } from '../../../api/deroule';
import { Carte } from '../../../components/Carte';
import { Requete } from '../../../components/Requete';
import {
  listTardifs,
  phraseConfirmations,
  phraseJalon,
  phrasePresences,
  phraseQuand,
  withEtat,
} from './deroule';
import { PersonnesJalon } from './PersonnesJalon';
import { Tardifs } from './Tardifs';

interface Props {
  action: FicheAction;
}

const Bande = styled.ol`
  display: flex;
  gap: ${({ theme }) => theme.spaces[3]};
  overflow-x: auto;
  padding-bottom: ${({ theme }) => theme.spaces[1]};

  & > li {
    flex: 0 0 20.4rem;
    display: flex;
  }
`;

const Etape = styled(Box)<{ $ton: string }>`
  display: flex;
  flex-direction: column;
  justify-content: flex-start;
  width: 100%;
  text-align: left;
  color: ${({ theme }) => theme.colors.neutral800};
  border-top: 4px solid ${({ theme, $ton }) => theme.colors[$ton as 'primary600']};
`;

/** Someone is missing, it is to come, or it has left; nobody's, it is as the others of the day. */
function tonOf(jalon: Jalon): string {
  if (withEtat(jalon, 'manque').length > 0 || withEtat(jalon, 'incertain').length > 0) {
    return 'warning500';
  }
  if (withEtat(jalon, 'a_venir').length > 0) {
    return 'secondary500';
  }
  return withEtat(jalon, 'recu').length > 0 ? 'success500' : 'neutral300';
}

interface ContenuProps {
  titre: string;
  quand: string;
  compte: string;
}

function Contenu({ titre, quand, compte }: ContenuProps): JSX.Element {
  return (
    <>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {quand}
      </Typography>
      <Typography tag="p" fontWeight="bold">
        {titre}
      </Typography>
      <Typography tag="p" variant="pi">
        {compte}
      </Typography>
    </>
  );
}

/** A step that is no message: what the list of participants says. */
function Releve(props: ContenuProps): JSX.Element {
  return (
    <li>
      <Etape $ton="neutral300" background="neutral100" padding={3} hasRadius>
        <Contenu {...props} />
      </Etape>
    </li>
  );
}

function EtapeMessage(props: {
  jalon: Jalon;
  ouverte: boolean;
  onBasculer: () => void;
}): JSX.Element {
  const { jalon, ouverte, onBasculer } = props;
  return (
    <li>
      <Etape
        tag="button"
        type="button"
        $ton={tonOf(jalon)}
        background={ouverte ? 'primary100' : 'neutral100'}
        padding={3}
        hasRadius
        cursor="pointer"
        aria-expanded={ouverte}
        onClick={onBasculer}
      >
        <Contenu
          titre={jalon.modele}
          quand={`${LIBELLES_TYPE_CONTACT[jalon.typeContact]}, ${phraseQuand(jalon)}`}
          compte={phraseJalon(jalon)}
        />
      </Etape>
    </li>
  );
}

const cleOf = ({ regle, modeleDocumentId, modele }: Jalon): string =>
  `${regle ?? 'fiche'}-${modeleDocumentId ?? modele}`;

function Ligne({ action, jalons }: Props & { jalons: readonly Jalon[] }): JSX.Element {
  const [choisie, setChoisie] = useState<string | null>(null);
  const etapesOf = (voulus: readonly Jalon[]): ReactNode =>
    voulus.map((jalon) => (
      <EtapeMessage
        key={cleOf(jalon)}
        jalon={jalon}
        ouverte={choisie === cleOf(jalon)}
        onBasculer={() => {
          setChoisie(choisie === cleOf(jalon) ? null : cleOf(jalon));
        }}
      />
    ));
  const ouvert = jalons.find((jalon) => cleOf(jalon) === choisie);
  const isApres = ({ delai, jour }: Jalon): boolean =>
    delai === null ? jour > action.date : delai >= 0;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Bande aria-label="Les messages de cette action, dans l’ordre">
        {etapesOf(jalons.filter((jalon) => !isApres(jalon)))}
        <Releve titre="Confirmations" quand="avant l’action" compte={phraseConfirmations(action)} />
        <Releve titre="Présence" quand="le jour de l’action" compte={phrasePresences(action)} />
        {etapesOf(jalons.filter(isApres))}
      </Bande>
      {jalons
        .filter((jalon) => listTardifs(jalon).length > 0)
        .map((jalon) => (
          <Tardifs key={cleOf(jalon)} action={action} jalon={jalon} />
        ))}
      {ouvert === undefined ? null : <PersonnesJalon action={action.documentId} jalon={ouvert} />}
    </Flex>
  );
}

/** The action's line: convocation, confirmations, J-2, présence, J+7: sent, to come, missing. */
export function Deroule({ action }: Props): JSX.Element | null {
  const { data, error, refetch } = useDescribeDerouleQuery(action.documentId);
  if (action.participants.length === 0) {
    return null;
  }
  return (
    <Carte titre="Déroulé">
      <Requete de={{ data, error, refetch }}>
        {({ jalons }) => <Ligne action={action} jalons={jalons} />}
      </Requete>
    </Carte>
  );
}
