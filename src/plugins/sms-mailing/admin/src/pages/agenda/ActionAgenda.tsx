import { Box, Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import type { JSX, ReactNode } from 'react';
import { NavLink } from 'react-router-dom';
import type { ActionOuverte, ParticipantAgenda } from '../../../../core/api/agenda';
import { libelleReponse } from '../../../../core/reponse';
import { useOpenAgendaQuery } from '../../api/agenda';
import { Fenetre } from '../../components/Fenetre';
import { Requete } from '../../components/Requete';
import { TableHtml } from '../../components/TableHtml';
import { pluralize } from '../../components/texte';
import { formatHeures } from './describe-action';
import { ordinal } from './periode';

interface Props {
  documentId: string;
  onFermer: () => void;
}

const JOUR = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'UTC' });

function formatDate({ date, ...heures }: ActionOuverte): string {
  const jour = ordinal(JOUR.format(new Date(`${date}T00:00:00Z`)));
  return [`${jour.charAt(0).toUpperCase()}${jour.slice(1)}`, formatHeures(heures)]
    .filter((partie) => partie !== '')
    .join(', ');
}

function Ligne({ libelle, children }: { libelle: string; children: ReactNode }): JSX.Element {
  return (
    <Flex gap={2} alignItems="baseline" tag="p">
      <Box minWidth="11rem">
        <Typography variant="pi" textColor="neutral600">
          {libelle}
        </Typography>
      </Box>
      <Typography>{children}</Typography>
    </Flex>
  );
}

function Participant({ participant }: { participant: ParticipantAgenda }): JSX.Element {
  const { documentId, nom, statut, confirme, presence } = participant;
  return (
    <tr>
      <td>
        <Link tag={NavLink} to={`/entrepreneurs/${documentId}`}>
          {nom}
        </Link>
      </td>
      <td>
        <Typography>{statut}</Typography>
      </td>
      <td>
        <Typography>{confirme === null ? '' : libelleReponse(confirme)}</Typography>
      </td>
      <td>
        <Typography>{presence === 'Non saisie' ? '' : presence}</Typography>
      </td>
    </tr>
  );
}

function Participants({ action }: { action: ActionOuverte }): JSX.Element {
  const { participants } = action;
  if (participants.length === 0) {
    return <Typography textColor="neutral600">Personne n’est encore inscrit.</Typography>;
  }
  return (
    <TableHtml nom="Participants">
      <thead>
        <tr>
          {['Participant', 'Inscription', 'Confirmé', 'Présence'].map((titre) => (
            <th key={titre} scope="col">
              <Typography variant="sigma" textColor="neutral600">
                {titre}
              </Typography>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {participants.map((participant, rang) => (
          <Participant
            key={`${participant.documentId}-${String(rang)}`}
            participant={participant}
          />
        ))}
      </tbody>
    </TableHtml>
  );
}

function Fiche({ action }: { action: ActionOuverte }): JSX.Element {
  const { annulee, lieu, lienVisio, intervenants, inscrits, capacite } = action;
  const modalites = [action.typeAction, action.nature, action.modeIntervention].filter(Boolean);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        {annulee ? (
          <Typography fontWeight="bold" textColor="danger600">
            Action annulée
          </Typography>
        ) : null}
        <Ligne libelle="Date">{formatDate(action)}</Ligne>
        <Ligne libelle="Lieu">{lieu ?? 'non renseigné'}</Ligne>
        {lienVisio === null ? null : <Ligne libelle="Lien visio">{lienVisio}</Ligne>}
        <Ligne libelle="Intervenants">
          {intervenants.length === 0 ? 'aucun' : intervenants.join(', ')}
        </Ligne>
        <Ligne libelle="Action">{modalites.join(' · ')}</Ligne>
        <Ligne libelle="Inscriptions">
          {capacite === null
            ? pluralize(inscrits, 'inscrit')
            : `${pluralize(inscrits, 'inscrit')} pour ${pluralize(capacite, 'place')}`}
        </Ligne>
      </Flex>
      <Participants action={action} />
    </Flex>
  );
}

/** What an action is, without leaving the agenda: who takes part, and the way to their fiches. */
export function ActionAgenda({ documentId, onFermer }: Props): JSX.Element {
  const requete = useOpenAgendaQuery(documentId);
  return (
    <Fenetre
      titre={requete.data?.objet ?? 'Action'}
      onFermer={onFermer}
      action={
        <LinkButton tag={NavLink} to={`/actions/${documentId}`}>
          Ouvrir la fiche Action
        </LinkButton>
      }
    >
      <Requete de={requete}>{(action) => <Fiche action={action} />}</Requete>
    </Fenetre>
  );
}
