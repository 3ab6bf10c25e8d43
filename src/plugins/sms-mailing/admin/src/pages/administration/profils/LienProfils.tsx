import { Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import type { JSX } from 'react';
import { NavLink } from 'react-router-dom';

export const CHEMIN = '/contacts-emails-sms/profils';

export function LienProfils(): JSX.Element {
  return (
    <Link tag={NavLink} to={CHEMIN} startIcon={<ArrowLeft />}>
      Profils
    </Link>
  );
}
