import { Tooltip } from '@strapi/design-system';
import { forwardRef, type ComponentPropsWithoutRef } from 'react';
import { styled } from 'styled-components';

interface Props extends Omit<ComponentPropsWithoutRef<'button'>, 'disabled'> {
  nom: string;
  actif?: boolean;
  desactive?: boolean;
}

const Bouton = styled.button`
  display: inline-flex;
  align-items: center;
  justify-content: center;
  width: 32px;
  height: 32px;
  border: 0;
  border-radius: 4px;
  background: transparent;
  color: ${({ theme }) => theme.colors.neutral700};
  cursor: pointer;

  svg:not([fill='none']) path {
    fill: currentColor;
  }

  &:hover {
    background: ${({ theme }) => theme.colors.neutral150};
  }

  &[aria-pressed='true'] {
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
  }

  &[aria-disabled='true'] {
    color: ${({ theme }) => theme.colors.neutral300};
    cursor: default;
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

/** A button of the bar: an icon, its name on hover and to a reader's software; the text keeps its cursor. */
export const BoutonOutil = forwardRef<HTMLButtonElement, Props>(function BoutonOutil(props, ref) {
  const { nom, actif, desactive = false, onClick, ...reste } = props;
  return (
    <Tooltip label={nom}>
      <Bouton
        {...reste}
        ref={ref}
        type="button"
        aria-label={nom}
        aria-pressed={actif}
        aria-disabled={desactive}
        onMouseDown={(event) => {
          event.preventDefault();
        }}
        onClick={(event) => {
          if (!desactive) {
            onClick?.(event);
          }
        }}
      />
    </Tooltip>
  );
});
