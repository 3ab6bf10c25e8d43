import { IconButton, LinkButton } from '@strapi/design-system';
import { ArrowRight, ClockCounterClockwise, Eye } from '@strapi/icons';
import { useState, type JSX } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import type { LigneModeleCampagne } from '../../../../../core/api/campagnes';
import type { TypeContact, TypeDestinataire } from '../../../../../core/vocabulaire';
import { cheminCampagne, cheminModele } from '../chemins';
import { parseFiltres } from '../filtres/filtres-saisis';
import { ApercuModele } from './ApercuModele';

interface Props {
  modele: LigneModeleCampagne;
  typeContact: TypeContact;
  typeDestinataire: TypeDestinataire;
}

/** Guide §7.b, at the end of a row: its history, what it looks like, and « Sélectionner ». */
export function ActionsModele({ modele, typeContact, typeDestinataire }: Props): JSX.Element {
  const [ouvert, setOuvert] = useState(false);
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
      <IconButton
        variant="ghost"
        label={`Aperçu de « ${nom} »`}
        onClick={() => {
          setOuvert(true);
        }}
      >
        <Eye />
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
        >
          Sélectionner
        </LinkButton>
      ) : null}
      {ouvert ? (
        <ApercuModele
          documentId={documentId}
          nom={nom}
          typeDestinataire={typeDestinataire}
          onFermer={() => {
            setOuvert(false);
          }}
        />
      ) : null}
    </>
  );
}
