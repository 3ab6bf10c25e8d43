import { Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import type { JSX } from 'react';
import { NavLink } from 'react-router-dom';
import { PILOTAGE } from './chemins';

interface Props {
  /** Under « Envoi e-mails/SMS ». */
  chemin: string;
  libelle: string;
}

export function RetourPilotage({ chemin, libelle }: Props): JSX.Element {
  return (
    <Link tag={NavLink} startIcon={<ArrowLeft />} to={`${PILOTAGE}/${chemin}`}>
      {libelle}
    </Link>
  );
}
