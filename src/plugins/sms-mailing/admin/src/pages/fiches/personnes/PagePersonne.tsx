import { Box, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { formatNumero } from '../../../../../core/affiche-numero';
import type { FichePersonne } from '../../../../../core/api/repertoire';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { useListAccordsQuery } from '../../../api/accords';
import { cheminFicheComplete } from '../../../api/crm';
import { useReadPersonneQuery } from '../../../api/repertoire';
import { Onglets, type Onglet } from '../../../components/Onglets';
import { PageModule } from '../../../components/PageModule';
import { Requete } from '../../../components/Requete';
import { TableActions } from '../actions/TableActions';
import { Entete } from '../Entete';
import { HistoriqueFiche } from '../envoi/HistoriqueFiche';
import { LienFiche } from '../LienFiche';
import { LiensGuide } from '../LiensGuide';
import { PeutRecevoir } from '../PeutRecevoir';
import { FAMILLES } from './familles';
import { OngletCoordonnees } from './OngletCoordonnees';
import { OngletEnvois } from './OngletEnvois';

type CleOnglet = 'envois' | 'coordonnees' | 'actions';

interface Props {
  type: TypeDestinataire;
  onglet: CleOnglet;
}

const ONGLETS: readonly Onglet<CleOnglet>[] = [
  { cle: 'envois', libelle: 'E-mail / Newsletter / SMS' },
  { cle: 'coordonnees', libelle: 'Coordonnées' },
];
const ACTIONS: Onglet<CleOnglet> = { cle: 'actions', libelle: 'Actions' };

const dit = (valeur: string | null): string => valeur ?? 'Non renseigné';

type Lignes = (readonly [string, string])[];

function lignesEntrepreneur(fiche: FichePersonne): Lignes {
  return [
    ['Référent', dit(fiche.referent)],
    ['Adresse', dit(fiche.adresse)],
    ['E-mail', dit(fiche.email)],
    ['Antenne', dit(fiche.antenne)],
    ['Téléphone (principal)', dit(fiche.telephone === null ? null : formatNumero(fiche.telephone))],
    ['Projet', fiche.projets.length === 0 ? 'Non renseigné' : fiche.projets.join(' ; ')],
    ['Entreprise accompagnée', dit(fiche.entreprise)],
    ['Accord consentement RGPD', dit(fiche.consentement)],
  ];
}

function lignesContact(fiche: FichePersonne): Lignes {
  const partenaire = fiche.typeDestinataire === 'entreprise_partenaire';
  return [
    ...(partenaire
      ? ([['Contact référent', fiche.coordonnees === null ? 'Aucun' : fiche.nom]] as Lignes)
      : []),
    ['Fonction', dit(fiche.fonction)],
    ['Courriel pro', dit(fiche.email)],
    ['Téléphone (principal)', dit(fiche.telephone === null ? null : formatNumero(fiche.telephone))],
    ...(partenaire ? ([['Adresse', dit(fiche.adresse)]] as Lignes) : []),
    ['Antenne', dit(fiche.antenne)],
    ['Référent', dit(fiche.referent)],
  ];
}

/** Guide §9.a, the head of the fiche, plus what the person can receive, or why not. */
function EntetePersonne({ fiche }: { fiche: FichePersonne }): JSX.Element {
  const lignes =
    fiche.typeDestinataire === 'entrepreneur' ? lignesEntrepreneur(fiche) : lignesContact(fiche);
  const { typeDestinataire: type, documentId } = fiche;
  const accords = useListAccordsQuery({ type, documentId });
  const etats = [fiche.inactif ? 'inactive' : '', fiche.ficheTest ? 'fiche test' : ''].filter(
    (mot) => mot !== ''
  );
  return (
    <Entete
      lignes={[...lignes, ...(etats.length === 0 ? [] : [['Fiche', etats.join(', ')] as const])]}
    >
      <Box paddingTop={4} tag="section" aria-label="Peut recevoir">
        <Typography tag="h2" textColor="neutral600">
          Peut recevoir :
        </Typography>
        <PeutRecevoir
          destinations={fiche.destinations}
          accords={accords.data ?? []}
          retour={fiche.retour}
          oppositions={fiche.oppositions}
        />
      </Box>
    </Entete>
  );
}

function Contenu({ fiche, onglet }: { fiche: FichePersonne; onglet: CleOnglet }): JSX.Element {
  const { typeDestinataire, documentId } = fiche;
  if (onglet === 'coordonnees') {
    return <OngletCoordonnees key={documentId} fiche={fiche} />;
  }
  if (onglet === 'actions') {
    return (
      <TableActions
        filtres={{ entrepreneur: documentId }}
        avecParticipation
        vide="Cette personne ne participe à aucune action."
      />
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <LiensGuide />
      {typeDestinataire === 'entrepreneur' ? <OngletEnvois fiche={fiche} /> : null}
      <HistoriqueFiche sujet={{ genre: typeDestinataire, documentId }} />
    </Flex>
  );
}

/** Another person is another page: nothing of the last one is shown for her. */
export default function PagePersonne(props: Props): JSX.Element {
  const { documentId = '' } = useParams();
  return <FicheDePersonne key={documentId} documentId={documentId} {...props} />;
}

/** Guide §9: the fiche of a person, whatever her family. */
function FicheDePersonne(props: Props & { documentId: string }): JSX.Element {
  const { documentId, type, onglet } = props;
  const navigate = useNavigate();
  const { data, error, refetch } = useReadPersonneQuery({ type, documentId });
  const { chemin, titre, fiche: typeCrm } = FAMILLES[type];
  return (
    <PageModule
      titre={data === undefined ? titre : (data.raisonSociale ?? data.nom)}
      permission="fiches.consulter-historique"
      retour={
        <LienFiche vers={chemin} retour>
          {titre}
        </LienFiche>
      }
      action={
        data === undefined ? null : (
          <LienFiche vers={cheminFicheComplete(typeCrm, documentId)}>Fiche complète</LienFiche>
        )
      }
    >
      <Requete de={{ data, error, refetch }}>
        {(fiche) => (
          <Flex direction="column" alignItems="stretch" gap={6}>
            <EntetePersonne fiche={fiche} />
            <Onglets
              nom="Onglets de la fiche"
              onglets={type === 'entrepreneur' ? [...ONGLETS, ACTIONS] : ONGLETS}
              onglet={onglet}
              onOnglet={(choisi) => {
                navigate(`${chemin}/${documentId}${choisi === 'envois' ? '' : `/${choisi}`}`);
              }}
            >
              <Contenu fiche={fiche} onglet={onglet} />
            </Onglets>
          </Flex>
        )}
      </Requete>
    </PageModule>
  );
}
