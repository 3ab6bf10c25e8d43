import { Page } from '@strapi/strapi/admin';
import type { JSX } from 'react';
import { useParams } from 'react-router-dom';
import type { TypeContact } from '../../../../../core/vocabulaire';
import { useOpenModeleQuery } from '../../../api/modeles';
import { Requete } from '../../../components/Requete';
import { createBrouillon, openBrouillon } from './brouillon';
import { Formulaire } from './Formulaire';

interface Props {
  typeContact: TypeContact;
}

function Existant({ documentId }: { documentId: string }): JSX.Element {
  const modele = useOpenModeleQuery(documentId, { refetchOnMountOrArgChange: true });
  if (modele.isLoading) {
    return <Page.Loading />;
  }
  return (
    <Requete de={modele}>
      {(ouvert) => (
        <Formulaire
          key={`${documentId} ${String(ouvert.version)}`}
          depart={openBrouillon(ouvert)}
          ouvert={ouvert}
        />
      )}
    </Requete>
  );
}

/** Guide §5.b: a modele, new or already there. */
export default function FicheModele({ typeContact }: Props): JSX.Element {
  const { documentId } = useParams();
  return documentId === undefined ? (
    <Formulaire key="nouveau" depart={createBrouillon(typeContact)} ouvert={null} />
  ) : (
    <Existant documentId={documentId} />
  );
}
