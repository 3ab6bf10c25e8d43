import { Box, Flex, Typography } from '@strapi/design-system';
import type { JSX, ReactNode } from 'react';
import type { MalEcrit } from '../../../core/validation-modele';
import { BarreOutils } from './BarreOutils';
import { Catalogue } from './Catalogue';
import { sourceOf } from './describe-signet';
import { EditorContent } from '@tiptap/react';
import { isHtml, type GenreRedaction } from './extensions';
import { toDocument } from './message-texte';
import { ProblemesDuTexte } from './ProblemesDuTexte';
import { SignetOuvert } from './SignetOuvert';
import { Cadre, Feuille } from './styles';
import { Suggestions } from './Suggestions';
import { useRedaction, type EtatRedaction, type OptionsRedaction } from './useRedaction';

interface Props extends OptionsRedaction {
  /** Of this text alone. */
  malEcrits: readonly MalEcrit[];
  /** Under the text: the counter of an SMS. `rewrite` puts another text in its place. */
  pied?: (rewrite: (texte: string) => void) => ReactNode;
}

const HAUTEURS: Readonly<Record<GenreRedaction, string>> = {
  riche: '32rem',
  newsletter: '40rem',
  ligne: '0',
  texte: '16rem',
};

/** What is written in, with its bar when it has a layout. */
function Texte(
  props: Pick<Props, 'genre' | 'lectureSeule' | 'erreur' | 'images' | 'pied'> & {
    etat: EtatRedaction;
  }
): JSX.Element {
  const { genre, lectureSeule, erreur, images, pied, etat } = props;
  const { editor } = etat;
  return (
    <Cadre $erreur={erreur !== null} $lecture={lectureSeule}>
      {isHtml(genre) && !lectureSeule ? (
        <BarreOutils editor={editor} images={genre === 'newsletter' ? images : null} />
      ) : null}
      <Feuille $hauteur={HAUTEURS[genre]} $email={isHtml(genre)}>
        <EditorContent editor={editor} />
      </Feuille>
      {pied?.((texte) => {
        editor.commands.setContent(toDocument(texte), { emitUpdate: true });
      })}
    </Cadre>
  );
}

/** Where modeles are written: rich text, objet or SMS, with signets in one piece (guide §2.c, §5). */
export function Redaction(props: Props): JSX.Element | null {
  const { libelle, lectureSeule, destinataires, erreur } = props;
  const etat = useRedaction(props);
  if (etat === null) {
    // Its room, so that the page does not jump while the field is made.
    return <Box aria-hidden minHeight={`calc(${HAUTEURS[props.genre]} + 8rem)`} />;
  }
  const { editor } = etat;
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Flex justifyContent="space-between" alignItems="flex-end" gap={3} paddingBottom={1}>
        <Typography variant="pi" fontWeight="bold" onClick={() => editor.commands.focus()}>
          {libelle}
          <Typography textColor="danger600" aria-hidden>
            *
          </Typography>
        </Typography>
        {lectureSeule ? null : (
          <Catalogue
            usage={{ destinataires, pourAction: props.pourAction }}
            onChoose={(entree) => editor.commands.insertSignet(sourceOf(entree))}
            onFermer={() => editor.commands.focus()}
          />
        )}
      </Flex>
      <Texte {...props} etat={etat} />
      {erreur === null ? null : (
        <Typography variant="pi" textColor="danger600" role="alert">
          {erreur}
        </Typography>
      )}
      <ProblemesDuTexte
        problemes={etat.problemes}
        malEcrits={props.malEcrits}
        lectureSeule={lectureSeule}
        onRemplacer={(source, par) => editor.chain().focus().replaceSignet(source, par).run()}
      />
      {etat.ouvert === null ? null : (
        <SignetOuvert
          editor={editor}
          position={etat.ouvert}
          lectureSeule={lectureSeule}
          onFermer={etat.closeSignet}
        />
      )}
      <Suggestions etat={etat} />
    </Flex>
  );
}
