import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { JSX } from 'react';
import type { ParticipantDeFiche } from '../../../../../core/api/fiches';
import { LienFiche } from '../LienFiche';
import { PeutRecevoir } from '../PeutRecevoir';
import { ChoixReponse } from './ChoixReponse';
import type { Modifiable } from './noter';

const STATUTS = ['Inscrit', 'Surbooking', "Liste d'attente", 'Annulé'] as const;
const PRESENCES = ['Non saisie', 'Présent', 'Absent', 'Absent excusé'] as const;

interface ChoixProps {
  nom: string;
  choix: readonly string[];
  valeur: string;
  disabled: boolean;
  onValeur: (valeur: string) => void;
}

function Choix({ nom, choix, valeur, disabled, onValeur }: ChoixProps): JSX.Element {
  return (
    <SingleSelect
      size="S"
      aria-label={nom}
      disabled={disabled}
      value={valeur}
      onChange={(choisie: string | number) => {
        onValeur(String(choisie));
      }}
    >
      {choix.map((mot) => (
        <SingleSelectOption key={mot} value={mot}>
          {mot}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
}

interface LigneProps {
  participant: ParticipantDeFiche;
  modifie: Partial<Modifiable>;
  peutModifier: boolean;
  onModifie: (changement: Partial<Modifiable>) => void;
}

/** A participant of the action, and what may be noted of her. */
export function LigneParticipant({
  participant,
  modifie,
  peutModifier,
  onModifie,
}: LigneProps): JSX.Element {
  const { documentId, nom, destinations } = participant;
  const { statut, presence } = { ...participant, ...modifie };
  return (
    <tr>
      <td>
        <LienFiche vers={`/entrepreneurs/${documentId}`}>{nom}</LienFiche>
        <PeutRecevoir destinations={destinations} court />
      </td>
      <td>
        <Choix
          nom={`Inscription de ${nom}`}
          choix={STATUTS}
          valeur={statut}
          disabled={!peutModifier}
          onValeur={(valeur) => {
            onModifie({ statut: valeur });
          }}
        />
      </td>
      <td>
        <ChoixReponse
          participant={participant}
          modifie={modifie}
          disabled={!peutModifier}
          onReponse={onModifie}
        />
      </td>
      <td>
        <Choix
          nom={`Présence de ${nom}`}
          choix={PRESENCES}
          valeur={presence}
          disabled={!peutModifier}
          onValeur={(valeur) => {
            onModifie({ presence: valeur });
          }}
        />
      </td>
    </tr>
  );
}
