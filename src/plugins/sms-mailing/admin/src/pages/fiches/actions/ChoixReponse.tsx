import { SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { ParticipantDeFiche } from '../../../../../core/api/fiches';
import { formatInstant } from '../../../components/texte';
import { listReponses, nommerReponse, type ReponseSaisie } from './reponse-saisie';

interface Props {
  participant: ParticipantDeFiche;
  modifie: Partial<ReponseSaisie>;
  disabled: boolean;
  onReponse: (reponse: ReponseSaisie) => void;
}

/** Decision G16: whether she comes, how one knows, since when. */
export function ChoixReponse({ participant, modifie, disabled, onReponse }: Props): JSX.Element {
  const choix = listReponses(participant);
  const { confirmeLe } = participant;
  const saisie = { ...participant, ...modifie };
  const intacte = nommerReponse(saisie) === nommerReponse(participant);
  return (
    <>
      <SingleSelect
        size="S"
        aria-label={`${participant.nom} a confirmé`}
        disabled={disabled}
        value={nommerReponse(saisie)}
        onChange={(choisie: string | number) => {
          const reponse = choix.find((possible) => nommerReponse(possible) === choisie);
          if (reponse !== undefined) {
            onReponse(reponse);
          }
        }}
      >
        {choix.map(nommerReponse).map((mot) => (
          <SingleSelectOption key={mot} value={mot}>
            {mot}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      {intacte && confirmeLe !== null ? (
        <Typography variant="pi" textColor="neutral600">
          {formatInstant(confirmeLe)}
        </Typography>
      ) : null}
    </>
  );
}
