import { BackButton } from '@strapi/strapi/admin';
import { useState, type ComponentProps, type JSX } from 'react';
import { useParams } from 'react-router-dom';
import type { LigneCobaye } from '../../../../../core/api/modeles';
import type { TypeContact } from '../../../../../core/vocabulaire';
import { useOpenModeleQuery } from '../../../api/modeles';
import { PageModule } from '../../../components/PageModule';
import { Requete } from '../../../components/Requete';
import { createBrouillon, openBrouillon } from './brouillon';
import { Formulaire } from './Formulaire';

interface Props {
  typeContact: TypeContact;
}

type Montre = Pick<ComponentProps<typeof Formulaire>, 'cobaye' | 'onCobaye'>;

function Existant({ documentId, ...montre }: Montre & { documentId: string }): JSX.Element {
  const modele = useOpenModeleQuery(documentId, { refetchOnMountOrArgChange: true });
  const { data: ouvert } = modele;
  return ouvert === undefined ? (
    <PageModule
      titre="Modèle"
      permission="modeles.consulter-modeles"
      retour={<BackButton fallback=".." />}
    >
      <Requete de={modele}>{() => null}</Requete>
    </PageModule>
  ) : (
    <Formulaire
      key={`${documentId} ${String(ouvert.version)}`}
      depart={openBrouillon(ouvert)}
      ouvert={ouvert}
      {...montre}
    />
  );
}

/** Guide §5.b: a modele, new or already there. */
export default function FicheModele({ typeContact }: Props): JSX.Element {
  const { documentId } = useParams();
  // Held here: the form is made again from what was saved, the person it is shown on stays.
  const [cobaye, setCobaye] = useState<LigneCobaye | null>(null);
  const montre = { cobaye, onCobaye: setCobaye };
  return documentId === undefined ? (
    <Formulaire key="nouveau" depart={createBrouillon(typeContact)} ouvert={null} {...montre} />
  ) : (
    <Existant documentId={documentId} {...montre} />
  );
}
