import { Box, Flex } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Pourquoi } from '../../../../../../core/api/envois-automatiques';
import type { LigneCobaye } from '../../../../../../core/api/modeles';
import { ChoixCobaye } from '../../../../apercu/ChoixCobaye';
import { useExplainEnvoiQuery } from '../../../../api/essais';
import { PageModule } from '../../../../components/PageModule';
import { Requete } from '../../../../components/Requete';
import { useDroits } from '../../../../droits';
import { LienRetour } from '../LienRetour';
import { Reponse } from './Reponse';

const TEXTES = {
  libelle: 'Personne et action',
  indice:
    'Le nom, l’e-mail ou le numéro de la personne, ou l’objet de l’action ; les actions les plus proches d’aujourd’hui d’abord.',
  exemple: 'Cherchez une personne, par exemple PALMER',
  effacer: 'Effacer',
};

function Explications({ demande }: { demande: Pourquoi }): JSX.Element {
  const { currentData: data, error, refetch } = useExplainEnvoiQuery(demande);
  return (
    <Requete de={{ data, error, refetch }}>
      {(explication) => <Reponse explication={explication} />}
    </Requete>
  );
}

function toDemande({ cobaye }: LigneCobaye): Pourquoi {
  return {
    entrepreneurDocumentId: cobaye.documentId ?? '',
    actionDocumentId: cobaye.actionDocumentId ?? '',
  };
}

/** A history leads here for one person and one action, until another is chosen. */
function readAdresse(params: URLSearchParams): Pourquoi | null {
  const [entrepreneurDocumentId, actionDocumentId] = [params.get('personne'), params.get('action')];
  return entrepreneurDocumentId === null || actionDocumentId === null
    ? null
    : { entrepreneurDocumentId, actionDocumentId };
}

/** « Pourquoi Mme X ne l'a pas reçu ? »: each rule replayed on its own evening. */
export function PourquoiPage(): JSX.Element {
  const [choisi, setChoisi] = useState<LigneCobaye | null>(null);
  const [params] = useSearchParams();
  const { 'envois-automatiques.consulter-envois-automatiques': peutLire } = useDroits(
    'envois-automatiques.consulter-envois-automatiques'
  );
  const demande = choisi === null ? readAdresse(params) : toDemande(choisi);
  return (
    <PageModule
      titre="Pourquoi cette personne ne l’a pas reçu ?"
      sousTitre="Chaque envoi automatique est rejoué pour une personne et une action : la première raison est dite."
      permission="fiches.consulter-historique"
      retour={peutLire ? <LienRetour /> : null}
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Box maxWidth="80rem">
          <ChoixCobaye
            declencheur="action"
            typeDestinataire="entrepreneur"
            annulees
            textes={TEXTES}
            choisi={choisi}
            onChoisir={setChoisi}
          />
        </Box>
        {demande === null ? null : <Explications demande={demande} />}
      </Flex>
    </PageModule>
  );
}
