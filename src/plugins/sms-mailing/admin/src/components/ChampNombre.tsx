import { Field, NumberInput } from '@strapi/design-system';
import type { JSX } from 'react';

interface Props {
  nom: string;
  libelle: string;
  nombre: number | undefined;
  aide?: string;
  erreur?: string | undefined;
  requis?: boolean;
  onNombre: (nombre: number | undefined) => void;
}

/** A whole number, written as the French write it. */
export function ChampNombre(props: Props): JSX.Element {
  const { nom, libelle, nombre, aide, erreur, requis = false, onNombre } = props;
  return (
    <Field.Root name={nom} required={requis} error={erreur ?? false} hint={aide}>
      <Field.Label>{libelle}</Field.Label>
      <NumberInput
        locale="fr-FR"
        {...(nombre === undefined ? {} : { value: nombre })}
        onValueChange={onNombre}
      />
      {aide === undefined ? null : <Field.Hint />}
      <Field.Error />
    </Field.Root>
  );
}
