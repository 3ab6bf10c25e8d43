import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { JSX } from 'react';

interface Props<C extends string> {
  nom: string;
  libelle: string;
  choix: Readonly<Partial<Record<C, string>>>;
  valeur: C | '';
  onValeur: (valeur: C) => void;
}

/** One of a few words, none of them chosen beforehand. */
export function ChoixGeste<C extends string>(props: Props<C>): JSX.Element {
  const { nom, libelle, choix, valeur, onValeur } = props;
  return (
    <Field.Root name={nom} required width="100%">
      <Field.Label>{libelle}</Field.Label>
      <SingleSelect
        placeholder="Choisir…"
        value={valeur}
        onChange={(choisie: string | number) => {
          onValeur(String(choisie) as C);
        }}
      >
        {Object.entries<string | undefined>(choix).map(([cle, mot]) => (
          <SingleSelectOption key={cle} value={cle}>
            {mot}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}
