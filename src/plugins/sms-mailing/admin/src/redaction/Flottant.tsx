import { Popover } from '@strapi/design-system';
import { useMemo, type JSX, type ReactNode } from 'react';

interface Props {
  /** Where it hangs, read again each time the page moves. */
  place: () => DOMRect;
  nom: string;
  largeur: string;
  /** False: the editor keeps the focus, the panel only shows. */
  focus: boolean;
  onFermer: () => void;
  children: ReactNode;
}

/** A panel that hangs from a place of the text rather than from a button. */
export function Flottant({ place, nom, largeur, focus, onFermer, children }: Props): JSX.Element {
  const ancre = useMemo(() => ({ current: { getBoundingClientRect: place } }), [place]);
  return (
    <Popover.Root
      open
      onOpenChange={(ouvert: boolean) => {
        if (!ouvert) {
          onFermer();
        }
      }}
    >
      <Popover.Anchor virtualRef={ancre} />
      <Popover.Content
        aria-label={nom}
        style={{
          width: largeur,
          maxWidth: 'calc(100vw - 32px)',
          maxHeight: 'var(--radix-popover-content-available-height)',
          overflowY: 'auto',
        }}
        onOpenAutoFocus={(event) => {
          if (!focus) {
            event.preventDefault();
          }
        }}
        onFocusOutside={(event) => {
          // The text takes the focus back as it pleases: only a press elsewhere, or Escape, closes.
          event.preventDefault();
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
        }}
      >
        {children}
      </Popover.Content>
    </Popover.Root>
  );
}
