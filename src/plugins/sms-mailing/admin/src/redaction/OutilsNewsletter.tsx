import { Flex } from '@strapi/design-system';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { JSX } from 'react';
import { referenceImage } from '../../../core/image-message';
import { BoutonOutil } from './BoutonOutil';
import { Icone } from './Icones';
import { OutilAdresse } from './OutilAdresse';
import { OutilImage } from './OutilImage';
import { LARGEUR_FEUILLE } from './reduce-image';
import type { Images } from './useRedaction';

interface Props {
  editor: Editor;
  images: Images;
}

/** CSS pixels: half of the sheet, without the margins of the column. */
const LARGEUR_COLONNE = LARGEUR_FEUILLE / 2 - 16;

function readImage(editor: Editor): { description: string; largeur: number } | null {
  if (!editor.isActive('image')) {
    return null;
  }
  const { alt, width } = editor.getAttributes('image');
  return { description: String(alt ?? ''), largeur: Number(width ?? LARGEUR_FEUILLE) };
}

/** What a newsletter has and a plain e-mail has not. */
export function OutilsNewsletter({ editor, images }: Props): JSX.Element {
  const { image, colonne } = useEditorState({
    editor,
    selector: ({ editor: courant }) => ({
      image: readImage(courant),
      colonne: courant.isActive('colonne'),
    }),
  });
  const chaine = () => editor.chain().focus();
  return (
    <Flex gap={1}>
      <BoutonOutil nom="En-tête" onClick={() => chaine().insertEntete().run()}>
        <Icone nom="entete" />
      </BoutonOutil>
      <OutilImage
        courante={image}
        largeurMax={colonne ? LARGEUR_COLONNE : LARGEUR_FEUILLE}
        onDeposer={images.deposit}
        onInserer={({ id, largeur, description }) =>
          chaine()
            .setImage({ src: referenceImage(id), alt: description, width: largeur })
            .run()
        }
        onChanger={({ description, largeur }) =>
          chaine().updateAttributes('image', { alt: description, width: largeur }).run()
        }
        onRetirer={() => chaine().deleteSelection().run()}
      />
      <OutilAdresse
        nom="Bouton"
        icone={<Icone nom="bouton" />}
        actif={false}
        adresse=""
        onAdresse={(href) => chaine().insertBouton(href).run()}
        onRetirer={null}
      />
      <BoutonOutil nom="Deux colonnes" onClick={() => chaine().insertColonnes().run()}>
        <Icone nom="colonnes" />
      </BoutonOutil>
      <BoutonOutil nom="Trait de séparation" onClick={() => chaine().setHorizontalRule().run()}>
        <Icone nom="trait" />
      </BoutonOutil>
    </Flex>
  );
}
