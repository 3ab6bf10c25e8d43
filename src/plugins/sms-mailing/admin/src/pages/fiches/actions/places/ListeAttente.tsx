import { Button, Flex, TextButton, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { FicheAction } from '../../../../../../core/api/fiches';
import type { PlacesDAction, PropositionLue } from '../../../../../../core/proposition';
import { useReadPlacesQuery, useTakeBackPlaceMutation } from '../../../../api/places';
import { Carte } from '../../../../components/Carte';
import { Requete } from '../../../../components/Requete';
import { TableHtml } from '../../../../components/TableHtml';
import { useAction } from '../../../../components/useAction';
import { LienFiche } from '../../LienFiche';
import { countProposables, phrasePlaces, phraseProposition } from './phrases';
import { Proposition } from './Proposition';

interface Props {
  action: FicheAction;
}

type EnAttente = PlacesDAction['attente'][number];

interface LigneProps {
  personne: EnAttente;
  proposition: PropositionLue | undefined;
  /** A place may be proposed now. */
  possible: boolean;
  action: string;
  onProposer: () => void;
}

function Ligne({ personne, proposition, possible, action, onProposer }: LigneProps): JSX.Element {
  const [takeBack] = useTakeBackPlaceMutation();
  const run = useAction();
  const { documentId, nom, rang } = personne;
  const ouverte = proposition?.etat === 'ouverte';
  return (
    <tr>
      <td>{rang}</td>
      <td>
        <LienFiche vers={`/entrepreneurs/${documentId}`}>{nom}</LienFiche>
      </td>
      <td style={{ whiteSpace: 'normal' }}>
        {proposition === undefined ? '' : phraseProposition(proposition)}
      </td>
      <td>
        {ouverte ? (
          <TextButton
            aria-label={`Reprendre la place proposée à ${nom}`}
            onClick={() =>
              void run(
                takeBack({ action, propositionId: proposition.id }),
                `La place n’est plus gardée pour ${nom}. Le message déjà parti ne se rattrape pas : son lien dira qu’elle est en liste d’attente.`
              )
            }
          >
            Reprendre la place
          </TextButton>
        ) : (
          <Button
            size="S"
            variant={rang === 1 ? 'default' : 'tertiary'}
            disabled={!possible}
            aria-label={`Proposer la place à ${nom}`}
            onClick={onProposer}
          >
            Proposer la place
          </Button>
        )}
      </td>
    </tr>
  );
}

function Contenu({ action, places }: Props & { places: PlacesDAction }): JSX.Element {
  const [choisie, setChoisie] = useState<EnAttente | null>(null);
  const { attente, propositions } = places;
  const possible = countProposables(places) !== 0 && !action.passee && !action.annulee;
  const presents = new Set(attente.map(({ documentId }) => documentId));
  const sorties = propositions.filter(({ documentId }) => !presents.has(documentId));
  return (
    <Carte titre="Liste d’attente" aide={phrasePlaces(places)}>
      {attente.length === 0 ? null : (
        <TableHtml nom="Liste d’attente">
          <thead>
            <tr>
              <th scope="col">Rang</th>
              <th scope="col">Personne</th>
              <th scope="col">Proposition</th>
              <th scope="col">
                <span aria-hidden />
              </th>
            </tr>
          </thead>
          <tbody>
            {attente.map((personne) => (
              <Ligne
                key={personne.documentId}
                personne={personne}
                proposition={propositions.find((p) => p.documentId === personne.documentId)}
                possible={possible}
                action={action.documentId}
                onProposer={() => {
                  setChoisie(personne);
                }}
              />
            ))}
          </tbody>
        </TableHtml>
      )}
      {sorties.length === 0 ? null : (
        <Flex tag="ul" direction="column" alignItems="flex-start" gap={1}>
          {sorties.map((proposition) => (
            <li key={proposition.id}>
              <LienFiche vers={`/entrepreneurs/${proposition.documentId}`}>
                {proposition.nom}
              </LienFiche>{' '}
              <Typography variant="pi" textColor="neutral600">
                {phraseProposition(proposition)}
              </Typography>
            </li>
          ))}
        </Flex>
      )}
      {choisie === null ? null : (
        <Proposition
          action={action}
          personne={choisie}
          onFermer={() => {
            setChoisie(null);
          }}
        />
      )}
    </Carte>
  );
}

/** Decision G15: who waits, in which order, and what each was proposed. Nothing where nobody waits. */
export function ListeAttente({ action }: Props): JSX.Element | null {
  const { data, error, refetch } = useReadPlacesQuery(action.documentId);
  if (data !== undefined && data.attente.length + data.propositions.length === 0) {
    return null;
  }
  return (
    <Requete de={{ data, error, refetch }}>
      {(places) => <Contenu action={action} places={places} />}
    </Requete>
  );
}
