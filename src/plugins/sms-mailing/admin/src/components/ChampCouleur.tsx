import { Field, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { styled } from 'styled-components';

interface Props {
  nom: string;
  libelle: string;
  /** « #rrggbb » */
  valeur: string;
  aide: string;
  erreur?: string | undefined;
  onValeur: (valeur: string) => void;
}

const Pastille = styled.input`
  width: 6.4rem;
  height: 4rem;
  padding: ${({ theme }) => theme.spaces[1]};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  cursor: pointer;
`;

/** A colour, by the browser's own palette. */
export function ChampCouleur(props: Props): JSX.Element {
  const { nom, libelle, valeur, aide, erreur, onValeur } = props;
  return (
    <Field.Root name={nom} error={erreur ?? false} hint={aide}>
      <Field.Label>{libelle}</Field.Label>
      <Flex gap={3}>
        <Pastille
          type="color"
          aria-label={libelle}
          value={valeur}
          onChange={(event) => {
            onValeur(event.target.value);
          }}
        />
        <Typography textColor="neutral600">{valeur}</Typography>
      </Flex>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
