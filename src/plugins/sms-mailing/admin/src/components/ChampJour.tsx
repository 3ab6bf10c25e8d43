import { DatePicker, Field } from '@strapi/design-system';
import type { JSX } from 'react';

interface Props {
  nom: string;
  libelle: string;
  /** 'YYYY-MM-DD', or '' */
  jour: string;
  erreur?: string | undefined;
  requis?: boolean;
  onJour: (jour: string) => void;
}

/** A day to choose or to type. Strapi's picker speaks UTC: its ISO day is the day shown. */
export function ChampJour(props: Props): JSX.Element {
  const { nom, libelle, jour, erreur, requis = false, onJour } = props;
  return (
    <Field.Root name={nom} required={requis} error={erreur ?? false}>
      <Field.Label>{libelle}</Field.Label>
      <DatePicker
        locale="fr-FR"
        clearLabel="Effacer la date"
        {...(jour === '' ? {} : { value: new Date(`${jour}T00:00:00Z`) })}
        onClear={() => {
          onJour('');
        }}
        onChange={(date) => {
          onJour(date === undefined ? '' : date.toISOString().slice(0, 10));
        }}
      />
      <Field.Error />
    </Field.Root>
  );
}
