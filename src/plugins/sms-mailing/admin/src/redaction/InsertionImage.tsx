import { Button, Flex, Typography } from '@strapi/design-system';
import { useRef, useState, type JSX } from 'react';
import { DescriptionImage } from './DescriptionImage';
import { reduceImage } from './reduce-image';

export interface ImageDeposee {
  id: number;
  /** CSS pixels. */
  largeur: number;
  description: string;
}

interface Props {
  largeurMax: number;
  onDeposer: (fichier: File) => Promise<number | null>;
  onImage: (image: ImageDeposee) => void;
}

const CONSEIL =
  'PNG, JPEG, GIF ou WebP, depuis cet ordinateur. Une grande photo est réduite ; elle compte dans les 2 Mo.';

export function InsertionImage({ largeurMax, onDeposer, onImage }: Props): JSX.Element {
  const champ = useRef<HTMLInputElement>(null);
  const [description, setDescription] = useState('');
  const [enCours, setEnCours] = useState(false);
  const [erreur, setErreur] = useState<string | null>(null);

  async function add(fichier: File): Promise<void> {
    setEnCours(true);
    setErreur(null);
    try {
      const reduite = await reduceImage(fichier);
      const id = await onDeposer(reduite.fichier);
      if (id !== null) {
        const largeur = Math.min(reduite.largeur, largeurMax);
        onImage({ id, largeur, description: description.trim() });
      }
    } catch {
      setErreur(
        `« ${fichier.name} » n’est pas une image lisible : choisissez un PNG, un JPEG, un GIF ou un WebP.`
      );
    } finally {
      setEnCours(false);
    }
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={3} padding={4}>
      <Typography variant="delta" tag="h3">
        Image
      </Typography>
      <DescriptionImage description={description} onChange={setDescription} />
      <Button size="S" loading={enCours} onClick={() => champ.current?.click()}>
        Choisir une image
      </Button>
      {erreur === null ? null : (
        <Typography variant="pi" textColor="danger600" role="alert">
          {erreur}
        </Typography>
      )}
      <Typography variant="pi" textColor="neutral600">
        {CONSEIL}
      </Typography>
      <input
        ref={champ}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        hidden
        aria-label="Image à insérer"
        onChange={(event) => {
          const [choisie] = event.target.files ?? [];
          if (choisie !== undefined) {
            void add(choisie);
          }
          event.target.value = '';
        }}
      />
    </Flex>
  );
}
