import { Box, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { JSX } from 'react';
import { useSearchParams } from 'react-router-dom';
import type {
  EssaiRegle,
  LigneEnvoiAutomatique,
  TableEnvoisAutomatiques,
} from '../../../../../../core/api/envois-automatiques';
import { formatDelai } from '../../../../../../core/delai';
import { useTestEnvoisAutomatiquesQuery } from '../../../../api/essais';
import { useListEnvoisAutomatiquesQuery } from '../../../../api/envois-automatiques';
import { ChampJour } from '../../../../components/ChampJour';
import { PageModule } from '../../../../components/PageModule';
import { Requete } from '../../../../components/Requete';
import { LienRetour } from '../LienRetour';
import { ResultatRegle } from './ResultatRegle';
import { Resume } from './Resume';
import { readSoir } from './soir';

const TOUTES = 'toutes';

function libelle({ modele, regle, distinction }: LigneEnvoiAutomatique): string {
  const etat = regle.inactif || modele.inactif ? ' (inactif)' : '';
  const dit = [
    modele.nom,
    formatDelai(regle.delai),
    ...(distinction === null ? [] : [distinction]),
  ];
  return `${dit.join(' · ')}${etat}`;
}

interface ChoixProps {
  lignes: readonly LigneEnvoiAutomatique[];
  regle: string;
  soir: string;
  onChange: (partie: { regle?: string; soir?: string }) => void;
}

function Choix({ lignes, regle, soir, onChange }: ChoixProps): JSX.Element {
  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-end">
      <ChampJour
        nom="soir"
        libelle="Soir à simuler"
        jour={soir}
        onJour={(jour) => {
          onChange({ soir: jour });
        }}
      />
      <Box flex="1" minWidth="28rem" maxWidth="56rem">
        <Field.Root width="100%">
          <Field.Label>Envoi automatique</Field.Label>
          <SingleSelect
            value={regle}
            onChange={(valeur: string | number) => {
              onChange({ regle: String(valeur) });
            }}
          >
            <SingleSelectOption value={TOUTES}>
              Tous les envois automatiques actifs
            </SingleSelectOption>
            {lignes.map((ligne) => (
              <SingleSelectOption key={ligne.documentId} value={ligne.documentId}>
                {libelle(ligne)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Box>
    </Flex>
  );
}

interface ResultatsProps {
  liste: TableEnvoisAutomatiques;
  essais: readonly EssaiRegle[];
  soir: string;
}

/** The rules that reach somebody, then the names of those that do not. */
function Resultats({ liste, essais, soir }: ResultatsProps): JSX.Element {
  const seule = essais.length === 1;
  const montres = essais.filter(({ recevront, exclus }) => seule || recevront + exclus > 0);
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Resume liste={liste} essais={essais} soir={soir} />
      {montres.map((essai) => (
        <ResultatRegle
          key={`${essai.documentId}-${soir}`}
          essai={essai}
          ligne={liste.lignes.find(({ documentId }) => documentId === essai.documentId)}
          liste={liste}
          soir={soir}
          ouvert={montres.length === 1}
        />
      ))}
    </Flex>
  );
}

/** Decision E8: a dry run of one rule or of all, on any evening. Nothing is sent. */
export function Simulation(): JSX.Element {
  const [params, setParams] = useSearchParams();
  const regle = params.get('regle') ?? TOUTES;
  const soir = readSoir(params.get('soir'));
  const liste = useListEnvoisAutomatiquesQuery(undefined);
  const essai = useTestEnvoisAutomatiquesQuery(
    { regleDocumentId: regle === TOUTES ? null : regle, soir },
    { skip: soir === '' }
  );
  // What was asked before is not what is asked now: no stale list of names.
  const { currentData, error, refetch } = essai;

  return (
    <PageModule
      titre="Simuler un soir"
      sousTitre="Qui recevrait quoi, et pourquoi pas les autres. Rien n’est envoyé."
      permission="envois-automatiques.consulter-envois-automatiques"
      retour={<LienRetour />}
    >
      <Requete de={liste}>
        {(table) => (
          <Flex direction="column" alignItems="stretch" gap={6}>
            <Choix
              lignes={table.lignes}
              regle={regle}
              soir={soir}
              onChange={(partie) => {
                setParams({ regle, soir, ...partie }, { replace: true });
              }}
            />
            <Requete de={{ data: currentData, error, refetch }}>
              {(essais) => <Resultats liste={table} essais={essais} soir={soir} />}
            </Requete>
          </Flex>
        )}
      </Requete>
    </PageModule>
  );
}
