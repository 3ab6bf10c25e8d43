import { Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import type { JSX, ReactNode } from 'react';
import { NavLink } from 'react-router-dom';

interface Props {
  vers: string;
  /** Back to a list. */
  retour?: boolean;
  /** Leaves the page as it is. */
  nouvelOnglet?: boolean;
  children: ReactNode;
}

/** A link within the panel, with the looks of Strapi's. */
export function LienFiche({
  vers,
  retour = false,
  nouvelOnglet = false,
  children,
}: Props): JSX.Element {
  return (
    <Link
      tag={NavLink}
      to={vers}
      {...(retour ? { startIcon: <ArrowLeft /> } : {})}
      {...(nouvelOnglet ? { target: '_blank' } : {})}
    >
      {children}
    </Link>
  );
}
