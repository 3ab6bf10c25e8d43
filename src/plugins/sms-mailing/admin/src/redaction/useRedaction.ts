import type { Editor } from '@tiptap/core';
import { useEditor } from '@tiptap/react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ProblemeSignet } from '../../../core/validation-signets';
import type { TypeDestinataire } from '../../../core/vocabulaire';
import { keepPresents, sourceOfProbleme } from './describe-probleme';
import { isHtml, listExtensions, type GenreRedaction } from './extensions';
import { optionId } from './ListeEntrees';
import { toEditeur, toMessage } from './message-html';
import { toDocument, toTexte } from './message-texte';
import { setUsage, type EtatSuggestion } from './suggestion-signets';

/** The files that the message shows. */
export interface Images {
  load: (id: number) => Promise<string>;
  /** Answers the number of the file, or null when it was refused (the reason has been said). */
  deposit: (fichier: File) => Promise<number | null>;
}

const SANS_IMAGE = (): Promise<string> => Promise.resolve('');

export interface OptionsRedaction {
  genre: GenreRedaction;
  libelle: string;
  /** What is stored; read once, when the field appears. */
  valeur: string;
  lectureSeule: boolean;
  destinataires: readonly TypeDestinataire[];
  /** The modele can only leave from an action: its signets come first. */
  pourAction: boolean;
  /** Of the whole modele: those of this text are kept. */
  problemes: readonly ProblemeSignet[];
  erreur: string | null;
  /** Null where no image can be put: an objet, an SMS. */
  images: Images | null;
  onChange: (valeur: string) => void;
}

export interface EtatRedaction {
  editor: Editor;
  /** Names the list of signets for a reader's software. */
  idListe: string;
  problemes: readonly ProblemeSignet[];
  suggestion: EtatSuggestion | null;
  closeSuggestion: () => void;
  /** Where the chip whose settings are open stands. */
  ouvert: number | null;
  closeSignet: () => void;
}

function readValeur(editor: Editor, genre: GenreRedaction): string {
  return isHtml(genre) ? toMessage(editor.getHTML()) : toTexte(editor.getJSON());
}

/** What a reader's software must know of the text, and of the list that is open on it. */
function describeEditeur(
  options: Pick<OptionsRedaction, 'genre' | 'libelle' | 'lectureSeule'> & { invalide: boolean },
  liste: { id: string; actif: number } | null
): Record<string, string> {
  return {
    role: 'textbox',
    'aria-label': options.libelle,
    'aria-multiline': String(options.genre !== 'ligne'),
    'aria-readonly': String(options.lectureSeule),
    'aria-invalid': String(options.invalide),
    'aria-required': 'true',
    ...(liste === null
      ? {}
      : {
          'aria-controls': liste.id,
          'aria-activedescendant': optionId(liste.id, liste.actif),
        }),
  };
}

function useUsage(
  editor: Editor | null,
  { destinataires, pourAction }: Pick<OptionsRedaction, 'destinataires' | 'pourAction'>
): void {
  useEffect(() => {
    if (editor !== null) {
      setUsage(editor, { destinataires, pourAction });
    }
  }, [editor, destinataires, pourAction]);
}

/** Those of this text, their chips marked. */
function useProblemes(
  editor: Editor | null,
  duModele: readonly ProblemeSignet[]
): readonly ProblemeSignet[] {
  const problemes = useMemo(
    () => (editor === null ? [] : keepPresents(duModele, editor.getJSON())),
    [duModele, editor]
  );

  useEffect(() => {
    editor?.commands.markSignets(new Set(problemes.map(sourceOfProbleme)));
  }, [editor, problemes]);

  return problemes;
}

/** What an editor is made with, once. */
function prepareDepart(
  { genre, images, valeur }: OptionsRedaction,
  onSuggestion: (etat: EtatSuggestion | null) => void,
  onOuvrir: (position: number) => void
) {
  const loadImage = images?.load ?? SANS_IMAGE;
  return {
    extensions: listExtensions(genre, { onSuggestion, onOuvrir, loadImage }),
    content: isHtml(genre) ? toEditeur(valeur) : toDocument(valeur),
  };
}

/** The editor of a field, and what hangs from its text; null until the field is on the page. */
export function useRedaction(options: OptionsRedaction): EtatRedaction | null {
  const { genre, libelle, lectureSeule, onChange } = options;
  const invalide = options.erreur !== null;
  const idListe = useId();
  const [suggestion, setSuggestion] = useState<EtatSuggestion | null>(null);
  const [ouvert, setOuvert] = useState<number | null>(null);
  const [depart] = useState(() => prepareDepart(options, setSuggestion, setOuvert));
  const initiale = useRef<string | null>(null);
  const actif = suggestion?.actif ?? null;
  const editorProps = useMemo(
    () => ({
      attributes: describeEditeur(
        { genre, libelle, lectureSeule, invalide },
        actif === null ? null : { id: idListe, actif }
      ),
    }),
    [genre, libelle, lectureSeule, invalide, idListe, actif]
  );
  const editor = useEditor({
    ...depart,
    editorProps,
    editable: !lectureSeule,
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    // Made once the field is there: one made while rendering is thrown away when the rendering takes long.
    immediatelyRender: false,
    onUpdate: ({ editor: courant }) => {
      const valeur = readValeur(courant, genre);
      // The editor tidies what it opens: that is not a change of the modele.
      initiale.current ??= valeur;
      onChange(valeur === initiale.current ? options.valeur : valeur);
    },
    onCreate: ({ editor: courant }) => {
      initiale.current ??= readValeur(courant, genre);
    },
  });

  useUsage(editor, options);
  const problemes = useProblemes(editor, options.problemes);

  return editor === null
    ? null
    : {
        editor,
        idListe,
        problemes,
        suggestion,
        closeSuggestion: () => {
          setSuggestion(null);
        },
        ouvert,
        closeSignet: () => {
          setOuvert(null);
        },
      };
}
