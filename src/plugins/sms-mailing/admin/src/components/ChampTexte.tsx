import { Field, TextInput } from '@strapi/design-system';
import type { JSX } from 'react';

interface Props {
  nom: string;
  libelle: string;
  valeur: string;
  aide?: string | undefined;
  erreur?: string | undefined;
  requis?: boolean;
  indice?: string;
  type?: 'text' | 'email' | 'password' | 'tel';
  onValeur: (valeur: string) => void;
}

/** A line of text with its label, its help and its error. */
export function ChampTexte(props: Props): JSX.Element {
  const { nom, libelle, valeur, aide, erreur, requis = false, indice, type, onValeur } = props;
  return (
    <Field.Root name={nom} required={requis} error={erreur ?? false} hint={aide}>
      <Field.Label>{libelle}</Field.Label>
      <TextInput
        type={type ?? 'text'}
        value={valeur}
        placeholder={indice ?? ''}
        autoComplete={type === 'password' ? 'new-password' : 'off'}
        onChange={(event) => {
          onValeur(event.target.value);
        }}
      />
      {aide === undefined ? null : <Field.Hint />}
      <Field.Error />
    </Field.Root>
  );
}
