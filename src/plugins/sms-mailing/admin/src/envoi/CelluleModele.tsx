import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { LIBELLES_TYPE_CONTACT, type TypeContact } from '../../../core/vocabulaire';

/** The modèle of a line of the histories, and what it is sent by. */
export function CelluleModele({
  modele,
  typeContact,
}: {
  modele: string;
  typeContact: TypeContact;
}): JSX.Element {
  return (
    <>
      <Typography tag="p">{modele}</Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {LIBELLES_TYPE_CONTACT[typeContact]}
      </Typography>
    </>
  );
}
