import { Box, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Bold, BulletList, Italic, Link, NumberList, Underline } from '@strapi/icons';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { JSX } from 'react';
import { BoutonOutil } from './BoutonOutil';
import { Couleurs } from './Couleurs';
import { Icone } from './Icones';
import { OutilAdresse } from './OutilAdresse';
import { OutilsNewsletter } from './OutilsNewsletter';
import type { Images } from './useRedaction';

interface Props {
  editor: Editor;
  /** Null: no image, button nor columns, a plain e-mail. */
  images: Images | null;
}

const STYLES = [
  ['0', 'Texte'],
  ['2', 'Titre'],
  ['3', 'Sous-titre'],
] as const;

const ALIGNEMENTS = [
  ['left', 'gauche', 'Aligner à gauche'],
  ['center', 'centre', 'Centrer'],
  ['right', 'droite', 'Aligner à droite'],
] as const;

function readEtat(editor: Editor) {
  return {
    annuler: editor.can().undo(),
    retablir: editor.can().redo(),
    gras: editor.isActive('bold'),
    italique: editor.isActive('italic'),
    souligne: editor.isActive('underline'),
    puces: editor.isActive('bulletList'),
    numeros: editor.isActive('orderedList'),
    lien: editor.isActive('link'),
    bouton: editor.isActive('bouton'),
    adresse: String(
      (editor.isActive('bouton') ? editor.getAttributes('bouton') : editor.getAttributes('link'))
        .href ?? ''
    ),
    couleur: String(editor.getAttributes('textStyle').color ?? ''),
    style: editor.isActive('heading', { level: 2 })
      ? '2'
      : editor.isActive('heading', { level: 3 })
        ? '3'
        : '0',
    alignement:
      ALIGNEMENTS.find(([valeur]) => editor.isActive({ textAlign: valeur }))?.[0] ?? 'left',
  };
}

type Etat = ReturnType<typeof readEtat>;

function StyleTexte({ editor, etat }: { editor: Editor; etat: Etat }): JSX.Element {
  return (
    <Box width="12rem">
      <SingleSelect
        size="S"
        aria-label="Style du paragraphe"
        value={etat.style}
        onChange={(valeur: string | number) => {
          const chaine = editor.chain().focus();
          const niveau = Number(valeur);
          (niveau === 0
            ? chaine.setParagraph()
            : chaine.setHeading({ level: niveau === 2 ? 2 : 3 })
          ).run();
        }}
      >
        {STYLES.map(([valeur, libelle]) => (
          <SingleSelectOption key={valeur} value={valeur}>
            {libelle}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
}

function Caracteres({ editor, etat }: { editor: Editor; etat: Etat }): JSX.Element {
  const chaine = () => editor.chain().focus();
  return (
    <Flex gap={1}>
      <BoutonOutil nom="Gras" actif={etat.gras} onClick={() => chaine().toggleBold().run()}>
        <Bold />
      </BoutonOutil>
      <BoutonOutil
        nom="Italique"
        actif={etat.italique}
        onClick={() => chaine().toggleItalic().run()}
      >
        <Italic />
      </BoutonOutil>
      <BoutonOutil
        nom="Souligné"
        actif={etat.souligne}
        onClick={() => chaine().toggleUnderline().run()}
      >
        <Underline />
      </BoutonOutil>
      <Couleurs
        couleur={etat.couleur}
        onCouleur={(couleur) => {
          (couleur === null ? chaine().unsetColor() : chaine().setColor(couleur)).run();
        }}
      />
    </Flex>
  );
}

function Paragraphes({ editor, etat }: { editor: Editor; etat: Etat }): JSX.Element {
  const chaine = () => editor.chain().focus();
  return (
    <Flex gap={1}>
      <BoutonOutil
        nom="Liste à puces"
        actif={etat.puces}
        onClick={() => chaine().toggleBulletList().run()}
      >
        <BulletList />
      </BoutonOutil>
      <BoutonOutil
        nom="Liste numérotée"
        actif={etat.numeros}
        onClick={() => chaine().toggleOrderedList().run()}
      >
        <NumberList />
      </BoutonOutil>
      {ALIGNEMENTS.map(([valeur, icone, nom]) => (
        <BoutonOutil
          key={valeur}
          nom={nom}
          actif={etat.alignement === valeur}
          onClick={() => chaine().setTextAlign(valeur).run()}
        >
          <Icone nom={icone} />
        </BoutonOutil>
      ))}
    </Flex>
  );
}

/** A link on the selection, or the address of the button one is in. */
function Liens({ editor, etat }: { editor: Editor; etat: Etat }): JSX.Element {
  const actif = etat.lien || etat.bouton;
  return (
    <OutilAdresse
      nom={etat.bouton ? 'Adresse du bouton' : 'Lien'}
      icone={<Link />}
      actif={actif}
      adresse={etat.adresse}
      onAdresse={(href) => {
        const chaine = editor.chain().focus();
        if (etat.bouton) {
          chaine.setLienBouton(href).run();
        } else if (editor.state.selection.empty && !etat.lien) {
          chaine
            .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
            .run();
        } else {
          chaine.extendMarkRange('link').setLink({ href }).run();
        }
      }}
      onRetirer={
        etat.lien ? () => editor.chain().focus().extendMarkRange('link').unsetLink().run() : null
      }
    />
  );
}

/** Guide §5 « la mise en forme ». */
export function BarreOutils({ editor, images }: Props): JSX.Element {
  const etat = useEditorState({ editor, selector: ({ editor: courant }) => readEtat(courant) });
  return (
    <Flex
      role="toolbar"
      aria-label="Mise en forme du message"
      gap={2}
      wrap="wrap"
      paddingTop={2}
      paddingBottom={2}
      paddingLeft={3}
      paddingRight={3}
      borderColor="neutral200"
      borderStyle="solid"
      borderWidth="0 0 1px 0"
    >
      <Flex gap={1}>
        <BoutonOutil
          nom="Annuler"
          desactive={!etat.annuler}
          onClick={() => editor.chain().focus().undo().run()}
        >
          <Icone nom="annuler" />
        </BoutonOutil>
        <BoutonOutil
          nom="Rétablir"
          desactive={!etat.retablir}
          onClick={() => editor.chain().focus().redo().run()}
        >
          <Icone nom="retablir" />
        </BoutonOutil>
      </Flex>
      <StyleTexte editor={editor} etat={etat} />
      <Caracteres editor={editor} etat={etat} />
      <Paragraphes editor={editor} etat={etat} />
      <Liens editor={editor} etat={etat} />
      {images === null ? null : <OutilsNewsletter editor={editor} images={images} />}
    </Flex>
  );
}
