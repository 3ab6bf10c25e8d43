import { Extension, type Editor } from '@tiptap/core';
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion';
import type { EntreeCatalogue } from '../../../core/catalogue-signets';
import { filterCatalogue, sourceOf, type UsageCatalogue } from './describe-signet';

/** The list that opens under `${`, for the page to draw. */
export interface EtatSuggestion {
  entrees: readonly EntreeCatalogue[];
  /** Rank of the one that Enter takes. */
  actif: number;
  place: () => DOMRect;
  choose: (entree: EntreeCatalogue) => void;
}

interface Options {
  onChange: (etat: EtatSuggestion | null) => void;
}

/** What the modele is for: kept up to date by the page. */
interface Reserve {
  usage: UsageCatalogue;
}

declare module '@tiptap/core' {
  interface Storage {
    suggestionSignets: Reserve;
  }
}

type Position = Parameters<
  NonNullable<Parameters<typeof Suggestion>[0]['findSuggestionMatch']>
>[0]['$position'];

const OUVERTURE = /(?<!\$)\$\{([^{}$\ufffc]*)$/;
const LIGNES = 50;

/** The `${` left open before the cursor; its words may be parted by spaces. */
function findOuverture({ $position }: { $position: Position }): {
  range: { from: number; to: number };
  query: string;
  text: string;
} | null {
  const avant = $position.parent.textBetween(0, $position.parentOffset, undefined, '\ufffc');
  const lu = OUVERTURE.exec(avant);
  return lu === null
    ? null
    : {
        range: { from: $position.start() + lu.index, to: $position.pos },
        query: lu[1] ?? '',
        text: lu[0],
      };
}

type Propositions = SuggestionProps<EntreeCatalogue, EntreeCatalogue>;

/** Holds which line is active; the page only draws what it is told. */
function createListe(onChange: Options['onChange']) {
  let propositions: Propositions | null = null;
  let actif = 0;

  function publish(): void {
    const courantes = propositions;
    onChange(
      courantes === null
        ? null
        : {
            entrees: courantes.items,
            actif,
            place: () => courantes.clientRect?.() ?? new DOMRect(),
            choose: courantes.command,
          }
    );
  }

  function update(nouvelles: Propositions): void {
    propositions = nouvelles;
    actif = 0;
    publish();
  }

  function move(pas: number): void {
    const nombre = propositions?.items.length ?? 0;
    actif = nombre === 0 ? 0 : (actif + pas + nombre) % nombre;
    publish();
  }

  function press(touche: string): boolean {
    const choisie = propositions?.items[actif];
    if (touche === 'ArrowDown' || touche === 'ArrowUp') {
      move(touche === 'ArrowDown' ? 1 : -1);
      return true;
    }
    if ((touche === 'Enter' || touche === 'Tab') && choisie !== undefined) {
      propositions?.command(choisie);
      return true;
    }
    return false;
  }

  return {
    onStart: update,
    onUpdate: update,
    onKeyDown: ({ event }: { event: KeyboardEvent }) => press(event.key),
    onExit: () => {
      propositions = null;
      publish();
    },
  };
}

/** Guide §2.c: typing `${` opens the catalogue where one writes. */
export const SuggestionSignets = Extension.create<Options, Reserve>({
  name: 'suggestionSignets',

  addOptions() {
    return { onChange: () => undefined };
  },

  addStorage() {
    return { usage: { destinataires: [], pourAction: false } };
  },

  addProseMirrorPlugins() {
    const { onChange } = this.options;
    const { storage } = this;
    return [
      Suggestion<EntreeCatalogue, EntreeCatalogue>({
        editor: this.editor,
        char: '${',
        findSuggestionMatch: findOuverture,
        items: ({ query }) =>
          filterCatalogue({
            ...storage.usage,
            declencheur: null,
            recherche: query,
          }).slice(0, LIGNES),
        command: ({
          editor,
          range,
          props,
        }: {
          editor: Editor;
          range: { from: number; to: number };
          props: EntreeCatalogue;
        }) => {
          editor.commands.insertSignet(sourceOf(props), range);
        },
        render: () => createListe(onChange),
      }),
    ];
  },
});

/** The list follows what is ticked on the modele. */
export function setUsage(editor: Editor, usage: UsageCatalogue): void {
  editor.storage.suggestionSignets.usage = usage;
}
