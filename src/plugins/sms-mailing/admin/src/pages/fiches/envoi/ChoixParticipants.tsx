import { Badge, Box, Checkbox, Flex, TextButton, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { styled } from 'styled-components';
import type { ParticipantDeFiche } from '../../../../../core/api/fiches';
import { phraseMotif } from '../../../../../core/motif';
import type { TypeContact } from '../../../../../core/vocabulaire';
import { pluralize } from '../../../components/texte';
import { phraseAnciens } from './anciens';

interface Props {
  participants: readonly ParticipantDeFiche[];
  type: TypeContact;
  coches: readonly string[];
  onCoches: (coches: string[]) => void;
}

const ATTENTE = "Liste d'attente";

export function isEnAttente({ statut }: ParticipantDeFiche): boolean {
  return statut === ATTENTE;
}

/** « Participants cochés par défaut »: who comes. */
export function cochesDeDepart(participants: readonly ParticipantDeFiche[]): string[] {
  return participants.filter((p) => !isEnAttente(p)).map(({ documentId }) => documentId);
}

const Grille = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(26rem, 1fr));
  gap: ${({ theme }) => theme.spaces[3]};
`;

function Participant(props: {
  participant: ParticipantDeFiche;
  type: TypeContact;
  coche: boolean;
  onCoche: (coche: boolean) => void;
}): JSX.Element {
  const { participant, type, coche, onCoche } = props;
  const { adresse, motif } = participant.destinations[type];
  const anciens = phraseAnciens(participant.anciens);
  return (
    <Box tag="li">
      <Checkbox
        checked={coche}
        onCheckedChange={(oui) => {
          onCoche(oui === true);
        }}
      >
        {participant.nom}
      </Checkbox>
      <Box paddingLeft={6}>
        <Typography tag="p" variant="pi" textColor={motif === null ? 'neutral600' : 'danger700'}>
          {motif === null ? adresse : (phraseMotif(motif).split(' : ')[0] ?? '')}
        </Typography>
        <Flex gap={1} wrap="wrap">
          {participant.statut === 'Inscrit' ? null : <Badge>{participant.statut}</Badge>}
          {anciens === '' ? null : (
            <Badge backgroundColor="warning100" textColor="neutral800">
              {anciens}
            </Badge>
          )}
        </Flex>
      </Box>
    </Box>
  );
}

/** Guide §8: « aux participants », all ticked but the liste d'attente, some of them if one wishes. */
export function ChoixParticipants({ participants, type, coches, onCoches }: Props): JSX.Element {
  const sansEmail = participants.filter(({ destinations }) => destinations.email.motif !== null);
  const anciens = participants.filter(({ anciens: dits }) => dits.length > 0);
  const sansReponse = participants.filter((p) => !isEnAttente(p) && p.confirme !== true);
  const choisir = (choisis: readonly ParticipantDeFiche[]) => () => {
    onCoches(choisis.map(({ documentId }) => documentId));
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={4} wrap="wrap">
        <Typography fontWeight="bold" role="status">
          {pluralize(coches.length, 'participant coché', 'participants cochés')} sur{' '}
          {participants.length}
        </Typography>
        <TextButton onClick={choisir(participants.filter((p) => !isEnAttente(p)))}>
          Cocher ceux qui viennent
        </TextButton>
        <TextButton onClick={choisir([])}>Tout décocher</TextButton>
        {type === 'sms' && sansEmail.length > 0 ? (
          <TextButton onClick={choisir(sansEmail)}>Seulement ceux sans e-mail</TextButton>
        ) : null}
        {sansReponse.length > 0 && sansReponse.length < participants.length ? (
          <TextButton onClick={choisir(sansReponse)}>
            Seulement ceux qui n’ont pas confirmé
          </TextButton>
        ) : null}
        {anciens.length > 0 ? (
          <TextButton onClick={choisir(anciens)}>
            Seulement ceux qui ont une ancienne information
          </TextButton>
        ) : null}
      </Flex>
      <Grille aria-label="Participants">
        {participants.map((participant) => (
          <Participant
            key={participant.documentId}
            participant={participant}
            type={type}
            coche={coches.includes(participant.documentId)}
            onCoche={(oui) => {
              onCoches(
                oui
                  ? [...coches, participant.documentId]
                  : coches.filter((id) => id !== participant.documentId)
              );
            }}
          />
        ))}
      </Grille>
    </Flex>
  );
}
