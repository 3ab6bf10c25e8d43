import { Link, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { NavLink } from 'react-router-dom';
import { pluralize } from '../../../components/texte';

/** What a modèle that goes active sets going again: its envois automatiques, which nobody will have clicked. */
export function Reveil({ nombre }: { nombre: number }): JSX.Element {
  return (
    <>
      <Typography fontWeight="bold">
        {pluralize(
          nombre,
          'envoi automatique partira de nouveau',
          'envois automatiques partiront de nouveau'
        )}{' '}
        tous les soirs, dès le prochain.
      </Typography>
      <Link tag={NavLink} to="/contacts-emails-sms/envois-automatiques/simulation">
        Voir d’abord qui le recevrait
      </Link>
    </>
  );
}
