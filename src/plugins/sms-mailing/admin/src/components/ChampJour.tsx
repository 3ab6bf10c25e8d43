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

/** The days that the schemas take (core/jour.ts): Strapi's own bounds turn 2099 into 2041 without a word. */
const DEBUT = new Date('1900-01-01T00:00:00Z');
const FIN = new Date('2100-12-31T00:00:00Z');

/** Strapi's picker reads its value in UTC, and gives back midnight of the browser's zone. */
function toJour(date: Date): string {
  const mois = String(date.getMonth() + 1).padStart(2, '0');
  return `${String(date.getFullYear())}-${mois}-${String(date.getDate()).padStart(2, '0')}`;
}

/** A day to choose or to type. */
export function ChampJour(props: Props): JSX.Element {
  const { nom, libelle, jour, erreur, requis = false, onJour } = props;
  return (
    <Field.Root name={nom} required={requis} error={erreur ?? false}>
      <Field.Label>{libelle}</Field.Label>
      <DatePicker
        locale="fr-FR"
        calendarLabel="Choisir une date"
        monthSelectLabel="Mois"
        yearSelectLabel="Année"
        clearLabel="Effacer la date"
        placeholder="JJ/MM/AAAA"
        minDate={DEBUT}
        maxDate={FIN}
        {...(jour === '' ? {} : { value: new Date(`${jour}T00:00:00Z`) })}
        onClear={() => {
          onJour('');
        }}
        onChange={(date) => {
          onJour(date === undefined ? '' : toJour(date));
        }}
      />
      <Field.Error />
    </Field.Root>
  );
}
