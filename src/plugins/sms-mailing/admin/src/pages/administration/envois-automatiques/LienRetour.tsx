import { Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import type { JSX } from 'react';
import { NavLink } from 'react-router-dom';

export function LienRetour(): JSX.Element {
  return (
    <Link tag={NavLink} to="/contacts-emails-sms/envois-automatiques" startIcon={<ArrowLeft />}>
      Envois automatiques
    </Link>
  );
}
