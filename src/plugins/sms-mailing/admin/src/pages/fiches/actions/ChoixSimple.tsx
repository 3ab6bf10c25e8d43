import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { JSX } from 'react';

interface Props {
  libelle: string;
  choix: readonly { cle: string; libelle: string }[];
  valeur: string;
  desactive?: boolean;
  /** May be left empty. */
  vidable?: boolean;
  onValeur: (valeur: string) => void;
}

/** One value of a short list. */
export function ChoixSimple(props: Props): JSX.Element {
  const { libelle, choix, valeur, desactive = false, vidable = false, onValeur } = props;
  return (
    <Field.Root width="100%">
      <Field.Label>{libelle}</Field.Label>
      <SingleSelect
        placeholder="Choisir…"
        disabled={desactive}
        value={valeur}
        {...(vidable
          ? {
              clearLabel: `Vider ${libelle}`,
              onClear: () => {
                onValeur('');
              },
            }
          : {})}
        onChange={(choisie: string | number) => {
          onValeur(String(choisie));
        }}
      >
        {choix.map((option) => (
          <SingleSelectOption key={option.cle} value={option.cle}>
            {option.libelle}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}

export const choixSimples = (mots: readonly string[]): Props['choix'] =>
  mots.map((mot) => ({ cle: mot, libelle: mot }));

export const choixNommes = (
  fiches: readonly { documentId: string; nom: string }[] = []
): Props['choix'] => fiches.map(({ documentId, nom }) => ({ cle: documentId, libelle: nom }));
