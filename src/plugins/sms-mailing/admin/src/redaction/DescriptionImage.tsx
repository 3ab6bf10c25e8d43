import { Field, TextInput } from '@strapi/design-system';
import type { JSX } from 'react';

interface Props {
  description: string;
  onChange: (description: string) => void;
}

/** The alternative text: what stands for an image that is not seen. */
export function DescriptionImage({ description, onChange }: Props): JSX.Element {
  return (
    <Field.Root hint="Lue à la place de l’image quand elle ne s’affiche pas, ou par la personne qui ne la voit pas. Vide si l’image ne fait que décorer.">
      <Field.Label>Description</Field.Label>
      <TextInput
        value={description}
        placeholder="Les participants de l’atelier"
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <Field.Hint />
    </Field.Root>
  );
}
