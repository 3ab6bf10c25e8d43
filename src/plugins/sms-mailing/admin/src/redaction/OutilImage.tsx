import { Popover } from '@strapi/design-system';
import { Image } from '@strapi/icons';
import { useState, type JSX } from 'react';
import { BoutonOutil } from './BoutonOutil';
import { InsertionImage, type ImageDeposee } from './InsertionImage';
import { ReglagesImage, type ImageChoisie } from './ReglagesImage';

interface Props {
  /** The one that is selected in the text. */
  courante: ImageChoisie | null;
  /** CSS pixels: the sheet, or a column of it. */
  largeurMax: number;
  /** Answers the number of the file, or null when it was refused (the reason has been said). */
  onDeposer: (fichier: File) => Promise<number | null>;
  onInserer: (image: ImageDeposee) => void;
  onChanger: (image: ImageChoisie) => void;
  onRetirer: () => void;
}

/** Puts an image in the message, where it will travel (decision F6); or changes the one that is selected. */
export function OutilImage(props: Props): JSX.Element {
  const { courante, largeurMax, onDeposer, onInserer, onChanger, onRetirer } = props;
  const [ouvert, setOuvert] = useState(false);

  function close(puis: () => void): void {
    setOuvert(false);
    puis();
  }

  return (
    <Popover.Root open={ouvert} onOpenChange={setOuvert}>
      <Popover.Trigger>
        <BoutonOutil
          nom={courante === null ? 'Image' : 'Réglages de l’image'}
          actif={courante !== null}
        >
          <Image />
        </BoutonOutil>
      </Popover.Trigger>
      <Popover.Content aria-label="Image" style={{ width: '36rem' }}>
        {courante === null ? (
          <InsertionImage
            largeurMax={largeurMax}
            onDeposer={onDeposer}
            onImage={(image) => {
              close(() => {
                onInserer(image);
              });
            }}
          />
        ) : (
          <ReglagesImage
            image={courante}
            largeurMax={largeurMax}
            onChanger={(image) => {
              close(() => {
                onChanger(image);
              });
            }}
            onRetirer={() => {
              close(onRetirer);
            }}
          />
        )}
      </Popover.Content>
    </Popover.Root>
  );
}
