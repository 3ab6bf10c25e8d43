import { TextButton } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import type { JSX } from 'react';

interface Props {
  ouvert: boolean;
  /** id of what it opens. */
  controle: string;
  libelle: string;
  onBasculer: () => void;
}

/** Opens and closes a list that stands below it. */
export function BoutonDeplier({ ouvert, controle, libelle, onBasculer }: Props): JSX.Element {
  return (
    <TextButton
      aria-expanded={ouvert}
      {...(ouvert ? { 'aria-controls': controle } : {})}
      endIcon={ouvert ? <CaretUp aria-hidden /> : <CaretDown aria-hidden />}
      onClick={onBasculer}
    >
      {libelle}
    </TextButton>
  );
}
