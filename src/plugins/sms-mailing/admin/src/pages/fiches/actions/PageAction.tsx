import { Box, Flex, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { FicheAction } from '../../../../../core/api/fiches';
import { cheminFicheComplete } from '../../../api/crm';
import { useOpenFicheActionQuery } from '../../../api/fiches';
import { Onglets, type Onglet } from '../../../components/Onglets';
import { PageModule } from '../../../components/PageModule';
import { Requete } from '../../../components/Requete';
import { Entete } from '../Entete';
import { LienFiche } from '../LienFiche';
import { APrevenir } from './APrevenir';
import { Deroule } from './Deroule';
import { DuplicationAction } from './DuplicationAction';
import { phraseReponses } from './reponse-saisie';
import { OngletAction } from './OngletAction';
import { OngletEnvois } from './OngletEnvois';
import { OngletParticipants } from './OngletParticipants';
import { ListeAttente } from './places/ListeAttente';
import { PlaceLiberee } from './places/PlaceLiberee';
import { formatQuand } from './quand';
import { formatRemplissage } from './TableActions';

type CleOnglet = 'action' | 'participants' | 'envois';

const CHEMINS: Readonly<Record<CleOnglet, string>> = {
  action: '',
  participants: '/participants',
  envois: '/envois',
};

/** Guide §8.a: who, when, where, how many. */
function EnteteAction({ action }: { action: FicheAction }): JSX.Element {
  const individuelle = action.nature === 'Individuelle';
  const beneficiaires = action.participants.map(({ nom }) => nom).join(', ');
  return (
    <Entete
      lignes={[
        ['Date', formatQuand(action)],
        ['Lieu', action.lieu ?? (action.lienVisio === null ? 'Non renseigné' : 'À distance')],
        ...(individuelle
          ? [['Bénéficiaire', beneficiaires === '' ? 'aucun' : beneficiaires] as const]
          : []),
        [
          'Interv. BGE',
          action.intervenants.length === 0 ? 'Non renseigné' : action.intervenants.join(', '),
        ],
        ['Inscription et surbooking', formatRemplissage(action)],
        ['Confirmations', phraseReponses(action)],
        ['Statut', action.statut],
      ]}
    />
  );
}

function listOnglets({ participants }: FicheAction): readonly Onglet<CleOnglet>[] {
  return [
    { cle: 'action', libelle: 'Action' },
    { cle: 'participants', libelle: 'Participants', compte: participants.length },
    { cle: 'envois', libelle: 'E-mail / Newsletter / SMS' },
  ];
}

interface Props {
  onglet: CleOnglet;
}

/** Another action is another page: nothing of the last one is shown for it. */
export default function PageAction({ onglet }: Props): JSX.Element {
  const { documentId = '' } = useParams();
  return <FicheDAction key={documentId} documentId={documentId} onglet={onglet} />;
}

/** Guide §8: the fiche of an action. */
function FicheDAction({ documentId, onglet }: Props & { documentId: string }): JSX.Element {
  const navigate = useNavigate();
  const [tout, setTout] = useState(false);
  const { data, error, refetch } = useOpenFicheActionQuery({ documentId, tout });
  const titre = data === undefined ? 'Action' : `Action : ${data.objet} du ${formatQuand(data)}`;

  return (
    <PageModule
      titre={titre}
      permission="fiches.envoyer-depuis-action"
      retour={
        <LienFiche vers="/actions" retour>
          Actions
        </LienFiche>
      }
      action={
        data === undefined ? null : (
          <Flex gap={4} alignItems="center">
            <DuplicationAction action={data} />
            <LienFiche vers={cheminFicheComplete('action', documentId)}>Fiche complète</LienFiche>
          </Flex>
        )
      }
    >
      <Requete de={{ data, error, refetch }}>
        {(action) => (
          <Flex direction="column" alignItems="stretch" gap={6}>
            <EnteteAction action={action} />
            <APrevenir action={action} />
            <PlaceLiberee action={action} />
            <Deroule action={action} />
            <Onglets
              nom="Onglets Actions"
              onglets={listOnglets(action)}
              onglet={onglet}
              onOnglet={(choisi) => {
                navigate(`/actions/${documentId}${CHEMINS[choisi]}`);
              }}
            >
              {onglet === 'action' ? <OngletAction key={documentId} action={action} /> : null}
              {onglet === 'participants' ? (
                <Flex direction="column" alignItems="stretch" gap={6}>
                  <OngletParticipants action={action} />
                  <ListeAttente action={action} />
                </Flex>
              ) : null}
              {onglet === 'envois' ? (
                <OngletEnvois key={documentId} action={action} tout={tout} onTout={setTout} />
              ) : null}
            </Onglets>
            <Box>
              <Typography variant="pi" textColor="neutral600">
                Compte-rendu, matériels, tâches et documents sont dans la fiche complète.
              </Typography>
            </Box>
          </Flex>
        )}
      </Requete>
    </PageModule>
  );
}
