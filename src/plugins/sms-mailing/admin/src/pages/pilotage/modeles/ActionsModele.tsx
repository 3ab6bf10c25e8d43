import { IconButton, LinkButton } from '@strapi/design-system';
import { ArrowRight, ClockCounterClockwise } from '@strapi/icons';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import type { LigneModeleCampagne } from '../../../../../core/api/campagnes';
import type { TypeContact, TypeDestinataire } from '../../../../../core/vocabulaire';
import { cheminCampagne, cheminModele } from '../chemins';
import { parseFiltres } from '../filtres/filtres-saisis';

interface Props {
  modele: LigneModeleCampagne;
  typeContact: TypeContact;
  typeDestinataire: TypeDestinataire;
}

/** Guide §7.b, at the end of a row: its history, and « Sélectionner ». */
export function ActionsModele({ modele, typeContact, typeDestinataire }: Props): JSX.Element {
  const [params] = useSearchParams();
  const filtres = parseFiltres(params.get('filtres'), typeDestinataire);
  const { nom, documentId, raison } = modele;
  return (
    <>
      <IconButton
        tag={Link}
        to={cheminModele(documentId)}
        variant="ghost"
        label={`Historique des envois de « ${nom} »`}
      >
        <ClockCounterClockwise />
      </IconButton>
      {raison === null ? (
        <LinkButton
          tag={Link}
          size="S"
          variant="secondary"
          endIcon={<ArrowRight />}
          to={cheminCampagne(
            { documentId, typeContact, typeDestinataire },
            filtres === null ? {} : { filtres, etape: 'resultats' }
          )}
          aria-label={`Sélectionner « ${nom} »`}
          style={{ whiteSpace: 'nowrap', overflowWrap: 'normal' }}
        >
          Sélectionner
        </LinkButton>
      ) : null}
    </>
  );
}
