import { Box, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { JSX } from 'react';
import {
  LIBELLES_MODALITE,
  LIBELLES_TYPE_DESTINATAIRE,
  modaliteSchema,
  typeDestinataireSchema,
} from '../../../../../core/vocabulaire';
import { TOUS, type FiltreModeles } from './filtre-modeles';

interface Props {
  filtre: FiltreModeles;
  onFiltre: (changement: Partial<FiltreModeles>) => void;
}

interface PropsChoix {
  nom: string;
  tous: string;
  options: readonly (readonly [valeur: string, libelle: string])[];
  valeur: string;
  onChange: (valeur: string) => void;
}

function Choix({ nom, tous, options, valeur, onChange }: PropsChoix): JSX.Element {
  return (
    <Box width="18rem">
      <SingleSelect
        size="S"
        aria-label={nom}
        value={valeur}
        onChange={(choisie: string | number) => {
          onChange(String(choisie));
        }}
      >
        <SingleSelectOption value={TOUS}>{tous}</SingleSelectOption>
        {options.map(([cle, libelle]) => (
          <SingleSelectOption key={cle} value={cle}>
            {libelle}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
}

const DESTINATAIRES = typeDestinataireSchema.options.map(
  (type) => [type, LIBELLES_TYPE_DESTINATAIRE[type]] as const
);
const MODALITES = modaliteSchema.options.map(
  (modalite) => [modalite, LIBELLES_MODALITE[modalite]] as const
);
const STATUTS = [
  ['actif', 'Actifs'],
  ['inactif', 'Inactifs'],
] as const;

/** Which modeles of the list are shown (guide §5.a: destinataire, modalité d'envoi, statut). */
export function FiltresModeles({ filtre, onFiltre }: Props): JSX.Element {
  return (
    <>
      <Choix
        nom="Type de destinataires"
        tous="Tous destinataires"
        options={DESTINATAIRES}
        valeur={filtre.destinataire}
        onChange={(destinataire) => {
          onFiltre({ destinataire });
        }}
      />
      <Choix
        nom="Modalité d’envoi"
        tous="Toutes modalités"
        options={MODALITES}
        valeur={filtre.modalite}
        onChange={(modalite) => {
          onFiltre({ modalite });
        }}
      />
      <Choix
        nom="Statut"
        tous="Actifs et inactifs"
        options={STATUTS}
        valeur={filtre.statut}
        onChange={(statut) => {
          onFiltre({ statut });
        }}
      />
    </>
  );
}
