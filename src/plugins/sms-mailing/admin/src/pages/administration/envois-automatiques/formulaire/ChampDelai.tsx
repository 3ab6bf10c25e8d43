import {
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import type { JSX } from 'react';
import { formatDelai, phraseExempleDelai } from '../../../../../../core/delai';
import { readDelai, typeDelai, type Saisie } from './saisie';

interface Props {
  jours: string;
  sens: Saisie['sens'];
  /** 'YYYY-MM-DD', for the dated example. */
  prochainSoir: string;
  heure: string;
  erreur: string | undefined;
  onChange: (delai: Partial<Pick<Saisie, 'jours' | 'sens'>>) => void;
}

/** Guide §6.b: a number of days and a direction, read back as J-2 with real dates. */
export function ChampDelai(props: Props): JSX.Element {
  const { jours, sens, prochainSoir, heure, erreur, onChange } = props;
  const delai = readDelai({ jours, sens });
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex gap={3} alignItems="flex-start">
        <Field.Root width="12rem" required error={erreur ?? false}>
          <Field.Label>Délai d’envoi</Field.Label>
          <TextInput
            inputMode="numeric"
            autoComplete="off"
            value={jours}
            onChange={(event) => {
              onChange(typeDelai(event.target.value));
            }}
          />
        </Field.Root>
        <Field.Root width="100%">
          <Field.Label>Avant ou après</Field.Label>
          <SingleSelect
            value={sens}
            onChange={(valeur: string | number) => {
              onChange({ sens: valeur as Saisie['sens'] });
            }}
          >
            <SingleSelectOption value="avant">jours avant l’action</SingleSelectOption>
            <SingleSelectOption value="apres">jours après l’action</SingleSelectOption>
          </SingleSelect>
        </Field.Root>
      </Flex>
      {erreur === undefined ? null : (
        <Typography variant="pi" textColor="danger600" role="alert">
          {erreur}
        </Typography>
      )}
      {delai === null || erreur !== undefined ? null : (
        <Typography variant="pi" textColor="neutral600">
          <Typography variant="pi" fontWeight="bold" textColor="neutral800">
            {formatDelai(delai)}
          </Typography>{' '}
          {phraseExempleDelai(delai, prochainSoir, heure)}
        </Typography>
      )}
    </Flex>
  );
}
