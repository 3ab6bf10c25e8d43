import {
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useState, type JSX } from 'react';
import { DescriptionImage } from './DescriptionImage';

export interface ImageChoisie {
  description: string;
  /** CSS pixels. */
  largeur: number;
}

interface Props {
  image: ImageChoisie;
  largeurMax: number;
  onChanger: (image: ImageChoisie) => void;
  onRetirer: () => void;
}

/** Parts of the room there is. */
const TAILLES = [
  ['Petite', 0.25],
  ['Moyenne', 0.5],
  ['Toute la largeur', 1],
] as const;

export function ReglagesImage({ image, largeurMax, onChanger, onRetirer }: Props): JSX.Element {
  const [description, setDescription] = useState(image.description);
  const [largeur, setLargeur] = useState(image.largeur);
  const tailles = TAILLES.map(
    ([nom, part]) => [nom, Math.round(largeurMax * part)] as readonly [string, number]
  );
  const isAutre = tailles.every(([, pixels]) => pixels !== image.largeur);

  return (
    <Flex direction="column" alignItems="stretch" gap={3} padding={4}>
      <Typography variant="delta" tag="h3">
        Image
      </Typography>
      <DescriptionImage description={description} onChange={setDescription} />
      <Field.Root>
        <Field.Label>Taille</Field.Label>
        <SingleSelect
          value={String(largeur)}
          onChange={(valeur: string | number) => {
            setLargeur(Number(valeur));
          }}
        >
          {isAutre ? (
            <SingleSelectOption value={String(image.largeur)}>
              Actuelle ({image.largeur} pixels)
            </SingleSelectOption>
          ) : null}
          {tailles.map(([nom, pixels]) => (
            <SingleSelectOption key={nom} value={String(pixels)}>
              {nom}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Flex justifyContent="space-between" gap={2}>
        <Button size="S" variant="danger-light" onClick={onRetirer}>
          Retirer l’image
        </Button>
        <Button
          size="S"
          onClick={() => {
            onChanger({ description: description.trim(), largeur });
          }}
        >
          Appliquer
        </Button>
      </Flex>
    </Flex>
  );
}
