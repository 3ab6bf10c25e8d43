import { Field, MultiSelect, MultiSelectOption } from '@strapi/design-system';
import type { JSX } from 'react';
import { PAYS_SMS } from '../../../../../core/pays-sms';
import { pluralize } from '../../../components/texte';
import type { Saisie } from './useSaisie';

/** By name: these keys would otherwise come in the order of their figures. */
function listPays(choisis: readonly string[]): [string, string][] {
  const inconnus = choisis.filter((indicatif) => !(indicatif in PAYS_SMS));
  return [
    ...Object.entries(PAYS_SMS),
    ...inconnus.map((indicatif): [string, string] => [indicatif, 'Autre pays']),
  ].sort(([, a], [, b]) => a.localeCompare(b, 'fr'));
}

/** Where an SMS may leave: what is not ticked is excluded, with its reason. */
export function PaysSms({ saisie }: { saisie: Saisie }): JSX.Element {
  const { parametres, erreur, change } = saisie;
  return (
    <Field.Root
      name="paysSms"
      error={erreur('paysSms') ?? false}
      hint="Ailleurs un SMS coûte plus cher : un numéro d’un autre pays est exclu, et le motif le dit."
    >
      <Field.Label>Pays où les SMS peuvent partir</Field.Label>
      <MultiSelect
        value={parametres.paysSms}
        customizeContent={(choisis) => pluralize(choisis?.length ?? 0, 'pays', 'pays')}
        onChange={(paysSms: string[]) => {
          change({ paysSms });
        }}
      >
        {listPays(parametres.paysSms).map(([indicatif, nom]) => (
          <MultiSelectOption key={indicatif} value={indicatif}>
            {`${nom} (+${indicatif})`}
          </MultiSelectOption>
        ))}
      </MultiSelect>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
