import { Flex } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import type { CampagneOuverte, LigneModeleCampagne } from '../../../../../core/api/campagnes';
import type { EnJson } from '../../../../../core/api/en-json';
import { typeContactSchema, type TypeContact } from '../../../../../core/vocabulaire';
import {
  useLazyCountDestinatairesQuery,
  useListModelesCampagneQuery,
  useOpenCampagneQuery,
} from '../../../api/campagnes';
import { Bandeau } from '../../../components/Bandeau';
import { PageModule } from '../../../components/PageModule';
import { Requete } from '../../../components/Requete';
import { useSelection } from '../../../components/useSelection';
import { useServeur } from '../../../components/useServeur';
import type { ONGLETS } from '../chemins';
import { RetourPilotage } from '../RetourPilotage';
import { EtapeFiltres } from './EtapeFiltres';
import { EtapeResultats } from './EtapeResultats';
import { Rappel } from './Rappel';
import { useCampagne } from './useCampagne';

interface Props {
  onglet: (typeof ONGLETS)[number];
}

interface ConstruireProps extends Props {
  modele: LigneModeleCampagne;
  typeContact: TypeContact;
  ouverte: EnJson<CampagneOuverte> | null;
}

/** The steps over one campagne: ticks, libellé and names stay from one to the other. */
function Construire({ onglet, modele, typeContact, ouverte }: ConstruireProps): JSX.Element {
  const { typeDestinataire } = onglet;
  const { documentId } = modele;
  const etat = useCampagne({ documentId, typeContact, typeDestinataire }, ouverte?.filtres ?? null);
  const [libelle, setLibelle] = useState('');
  const selection = useSelection<number>();
  const pret = etat.etape === 'resultats' && etat.soir !== '';
  const recap = useServeur(
    useLazyCountDestinatairesQuery,
    pret ? { ...etat.cible, memoriser: etat.cible.recherche === '' } : null
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Rappel
        modele={modele}
        typeContact={typeContact}
        etat={etat}
        recap={recap.data}
        libelle={ouverte === null ? libelle : ouverte.libelle}
        libelleFixe={ouverte !== null}
        onLibelle={setLibelle}
      />
      {modele.raison === null ? null : <Bandeau danger>{modele.raison}</Bandeau>}
      {etat.etape === 'filtres' ? (
        <EtapeFiltres modele={modele} typeContact={typeContact} etat={etat} />
      ) : (
        <EtapeResultats
          modele={modele}
          typeContact={typeContact}
          etat={etat}
          recap={recap}
          libelle={libelle}
          selection={selection}
        />
      )}
    </Flex>
  );
}

function Introuvable(): JSX.Element {
  return (
    <Bandeau danger>
      Ce modèle n’est plus actif, ou n’existe plus : choisissez-en un autre dans la liste.
    </Bandeau>
  );
}

/** Guide §7.b: « une page de configuration de filtres apparaît », then the persons found. */
export default function Campagne({ onglet }: Props): JSX.Element {
  const { documentId = '' } = useParams();
  const [params] = useSearchParams();
  const lu = typeContactSchema.safeParse(params.get('contact'));
  const typeContact = lu.success ? lu.data : 'email';
  const { typeDestinataire } = onglet;
  const modeles = useListModelesCampagneQuery({ typeContact, typeDestinataire, tout: 'true' });
  const campagneId = Number(params.get('campagne') ?? 0);
  const ouverte = useOpenCampagneQuery(campagneId, { skip: !(campagneId > 0) });
  return (
    <PageModule
      titre={onglet.titre}
      permission="campagnes.consulter-campagnes"
      retour={<RetourPilotage chemin={onglet.chemin} libelle="Choisir un autre modèle" />}
    >
      <Requete de={modeles}>
        {(lignes) => {
          const modele = lignes.find((ligne) => ligne.documentId === documentId);
          if (modele === undefined) {
            return <Introuvable />;
          }
          return campagneId > 0 ? (
            <Requete de={ouverte}>
              {(campagne) => (
                <Construire
                  onglet={onglet}
                  modele={modele}
                  typeContact={typeContact}
                  ouverte={campagne}
                />
              )}
            </Requete>
          ) : (
            <Construire onglet={onglet} modele={modele} typeContact={typeContact} ouverte={null} />
          );
        }}
      </Requete>
    </PageModule>
  );
}
