import { Field, TextInput } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import { formatNombre, readNombre } from './texte';

interface Props {
  nom: string;
  libelle: string;
  nombre: number | undefined;
  aide?: string;
  erreur?: string | undefined;
  requis?: boolean;
  /** undefined: nothing is typed. NaN: what is typed is no number. */
  onNombre: (nombre: number | undefined) => void;
}

/** A number as the French write it, « 1 200 » or « 1,5 »; what is typed stays until it can be read. */
export function ChampNombre(props: Props): JSX.Element {
  const { nom, libelle, nombre, aide, erreur, requis = false, onNombre } = props;
  const [texte, setTexte] = useState('');
  const montre = nombre === undefined ? '' : formatNombre(nombre);
  return (
    <Field.Root name={nom} required={requis} error={erreur ?? false} hint={aide}>
      <Field.Label>{libelle}</Field.Label>
      <TextInput
        inputMode="numeric"
        autoComplete="off"
        value={Object.is(readNombre(texte), nombre) ? texte : montre}
        onChange={(event) => {
          setTexte(event.target.value);
          onNombre(readNombre(event.target.value));
        }}
      />
      {aide === undefined ? null : <Field.Hint />}
      <Field.Error />
    </Field.Root>
  );
}
