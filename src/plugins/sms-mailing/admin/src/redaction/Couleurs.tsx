import { Flex, Popover } from '@strapi/design-system';
import { PaintBrush } from '@strapi/icons';
import { useState, type JSX } from 'react';
import { styled } from 'styled-components';
import { BoutonOutil } from './BoutonOutil';

interface Props {
  couleur: string;
  /** Null: the colour of the text again. */
  onCouleur: (couleur: string | null) => void;
}

/** Each readable on white (4.5 to 1 at least). */
const PALETTE: readonly [nom: string, couleur: string | null][] = [
  ['Couleur du texte', null],
  ['Gris', '#55556a'],
  ['Bleu', '#0b57a4'],
  ['Bleu canard', '#0f6674'],
  ['Vert', '#2c6e2e'],
  ['Orange', '#b04a00'],
  ['Rouge', '#b3261e'],
  ['Violet', '#6b2fa0'],
];

const Pastille = styled.button<{ $couleur: string }>`
  width: 28px;
  height: 28px;
  border: 2px solid ${({ theme }) => theme.colors.neutral0};
  border-radius: 50%;
  background: ${({ $couleur }) => $couleur};
  box-shadow: 0 0 0 1px ${({ theme }) => theme.colors.neutral200};
  cursor: pointer;

  &[aria-pressed='true'],
  &:focus-visible {
    outline: none;
    box-shadow: 0 0 0 2px ${({ theme }) => theme.colors.primary600};
  }
`;

/** A few colours rather than all: those that can be read. */
export function Couleurs({ couleur, onCouleur }: Props): JSX.Element {
  const [ouvert, setOuvert] = useState(false);
  return (
    <Popover.Root open={ouvert} onOpenChange={setOuvert}>
      <Popover.Trigger>
        <BoutonOutil nom="Couleur du texte" actif={couleur !== ''}>
          <PaintBrush />
        </BoutonOutil>
      </Popover.Trigger>
      <Popover.Content aria-label="Couleur du texte">
        <Flex gap={2} padding={3}>
          {PALETTE.map(([nom, valeur]) => (
            <Pastille
              key={nom}
              type="button"
              title={nom}
              aria-label={nom}
              aria-pressed={couleur === (valeur ?? '')}
              $couleur={valeur ?? '#1f1f2e'}
              onClick={() => {
                setOuvert(false);
                onCouleur(valeur);
              }}
            />
          ))}
        </Flex>
      </Popover.Content>
    </Popover.Root>
  );
}
