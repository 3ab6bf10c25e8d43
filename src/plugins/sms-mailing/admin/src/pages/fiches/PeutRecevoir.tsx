import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { Destinations } from '../../../../core/api/fiches';
import { formatNumero } from '../../../../core/affiche-numero';
import { phraseMotif } from '../../../../core/motif';
import { LIBELLES_TYPE_CONTACT, type TypeContact } from '../../../../core/vocabulaire';

interface Props {
  destinations: Destinations;
  /** In a table: only what cannot. */
  court?: boolean;
}

const TYPES: readonly TypeContact[] = ['email', 'newsletter', 'sms'];
const TRANSPORTS: readonly TypeContact[] = ['email', 'sms'];

const mot = (type: TypeContact): string =>
  type === 'sms' ? 'SMS' : LIBELLES_TYPE_CONTACT[type].toLowerCase();

/** « peut recevoir : e-mail oui, SMS non parce que… », for a message of suivi. */
export function PeutRecevoir({ destinations, court = false }: Props): JSX.Element | null {
  if (court) {
    const manques = TRANSPORTS.filter((type) => destinations[type].motif !== null).map(mot);
    return manques.length === 0 ? null : (
      <Typography tag="p" variant="pi" textColor="neutral600">
        sans {manques.join(' ni ')}
      </Typography>
    );
  }
  return (
    <ul>
      {TYPES.map((type) => {
        const { adresse, motif } = destinations[type];
        return (
          <li key={type}>
            <Typography>
              {LIBELLES_TYPE_CONTACT[type]} :{' '}
              {motif === null
                ? `oui, à ${formatNumero(adresse ?? '')}`
                : `non. ${phraseMotif(motif)}`}
            </Typography>
          </li>
        );
      })}
    </ul>
  );
}
