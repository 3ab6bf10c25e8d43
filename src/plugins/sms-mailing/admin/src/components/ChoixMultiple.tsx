import { Field, MultiSelect, MultiSelectOption } from '@strapi/design-system';
import type { JSX } from 'react';

interface Choix<V extends string> {
  valeur: V;
  libelle: string;
}

interface Props<V extends string> {
  label: string;
  choix: readonly Choix<V>[];
  valeurs: readonly V[];
  /** What an empty criterion means: « Toutes ». */
  vide: string;
  disabled?: boolean;
  indice?: string;
  onChange: (valeurs: V[]) => void;
}

/** Decision E7: several values are « ou », none lets everything pass. */
export function ChoixMultiple<V extends string>(props: Props<V>): JSX.Element {
  const { label, choix, valeurs, vide, disabled = false, indice, onChange } = props;
  // A value since deleted stays visible, so that it can be unticked.
  const perdues = valeurs
    .filter((valeur) => !choix.some((option) => option.valeur === valeur))
    .map((valeur) => ({ valeur, libelle: '(supprimé)' }));
  const options = [...choix, ...perdues];
  const libelles = new Map(options.map(({ valeur, libelle }) => [valeur as string, libelle]));
  return (
    <Field.Root width="100%" hint={indice}>
      <Field.Label>{label}</Field.Label>
      <MultiSelect
        placeholder={vide}
        value={[...valeurs]}
        disabled={disabled}
        clearLabel={`Vider ${label}`}
        customizeContent={(choisies = []) =>
          choisies.map((valeur) => libelles.get(valeur) ?? valeur).join(', ')
        }
        onChange={(choisies: string[]) => {
          onChange(choisies as V[]);
        }}
        onClear={() => {
          onChange([]);
        }}
      >
        {options.map(({ valeur, libelle }) => (
          <MultiSelectOption key={valeur} value={valeur}>
            {libelle}
          </MultiSelectOption>
        ))}
      </MultiSelect>
      <Field.Hint />
    </Field.Root>
  );
}
