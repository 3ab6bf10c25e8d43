import { Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import {
  DUREES_STATISTIQUES,
  demandeStatistiquesSchema,
  type DureeStatistiques,
  type LigneStatistiques,
  type Statistiques as Chiffres,
} from '../../../../core/api/statistiques';
import { useDescribeSuiviPackagesQuery } from '../../api/packages-sms';
import { useReadStatistiquesQuery } from '../../api/soiree';
import { Carte } from '../../components/Carte';
import { PageModule } from '../../components/PageModule';
import { Perime } from '../../components/Perime';
import { Requete } from '../../components/Requete';
import { pluralize } from '../../components/texte';
import { useFiltres } from '../../components/useFiltres';
import { useDroits } from '../../droits';
import { Consommation } from '../../statistiques/Consommation';
import { Graphique } from '../../statistiques/Graphique';
import {
  pointsParJour,
  SERIES_ECHECS,
  SERIES_ORIGINES,
  SERIES_TYPES,
  type Serie,
} from '../../statistiques/points';
import { OngletsCeSoir } from './OngletsCeSoir';

interface Plan {
  titre: string;
  series: readonly Serie[];
  valeursOf: (ligne: LigneStatistiques) => Readonly<Record<string, number>>;
}

const PLANS: readonly Plan[] = [
  {
    titre: 'Messages envoyés par jour, par type de contact',
    series: SERIES_TYPES,
    valeursOf: ({ typeContact, envoyes }) => ({ [typeContact]: envoyes }),
  },
  {
    titre: 'Messages envoyés par jour, par origine',
    series: SERIES_ORIGINES,
    valeursOf: ({ modalite, envoyes }) => ({ [modalite]: envoyes }),
  },
  {
    titre: 'Échecs par jour',
    series: SERIES_ECHECS,
    valeursOf: ({ echecs, incertains }) => ({ echecs, incertains }),
  },
];

const CLES = ['jours'] as const;

/** « 1 240 envoyés, 22 échecs, 1 incertain. » */
function phraseTotal({ lignes }: Chiffres): string {
  const somme = (quoi: 'envoyes' | 'echecs' | 'incertains'): number =>
    lignes.reduce((total, ligne) => total + ligne[quoi], 0);
  return `${pluralize(somme('envoyes'), 'envoyé')}, ${pluralize(somme('echecs'), 'échec')}, ${pluralize(somme('incertains'), 'incertain')}.`;
}

interface DureeProps {
  duree: DureeStatistiques;
  onDuree: (duree: string) => void;
}

function ChoixDuree({ duree, onDuree }: DureeProps): JSX.Element {
  return (
    <Field.Root name="jours" width="26rem">
      <Field.Label>Période</Field.Label>
      <SingleSelect
        value={duree}
        onChange={(choisie: string | number) => {
          onDuree(String(choisie));
        }}
      >
        {DUREES_STATISTIQUES.map((jours) => (
          <SingleSelectOption key={jours} value={jours}>
            {jours} derniers jours
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}

function Sms(): JSX.Element {
  const suivi = useDescribeSuiviPackagesQuery(undefined);
  return <Requete de={suivi}>{(chiffres) => <Consommation chiffres={chiffres} />}</Requete>;
}

function Plans({ chiffres }: { chiffres: Chiffres }): JSX.Element {
  const droits = useDroits('packages.consulter-packages');
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Typography fontWeight="semiBold">{phraseTotal(chiffres)}</Typography>
      {PLANS.map(({ titre, series, valeursOf }) => (
        <Carte key={titre} titre={titre}>
          <Graphique
            nom={titre}
            entete="Jour"
            series={series}
            points={pointsParJour(chiffres, valeursOf)}
          />
        </Carte>
      ))}
      {droits['packages.consulter-packages'] ? <Sms /> : null}
    </Flex>
  );
}

/** What has left and what has failed, day by day, for who wonders how it goes. */
export default function Statistiques(): JSX.Element {
  const { valeurs, change } = useFiltres(CLES);
  const demande = demandeStatistiquesSchema.safeParse({ jours: valeurs.jours });
  const duree = demande.success ? demande.data.jours : '30';
  const { data, currentData, error, refetch } = useReadStatistiquesQuery(duree);
  return (
    <PageModule
      titre="Statistiques des envois"
      sousTitre="Ce qui est parti et ce qui a échoué, jour par jour : envois d’essai à part."
      permission="envois.consulter-soiree"
    >
      <OngletsCeSoir onglet="statistiques">
        <Flex direction="column" alignItems="stretch" gap={6}>
          <ChoixDuree
            duree={duree}
            onDuree={(jours) => {
              change({ jours });
            }}
          />
          <Requete de={{ data: error === undefined ? data : currentData, error, refetch }}>
            {(chiffres) => (
              <Perime $perime={currentData === undefined}>
                <Plans chiffres={chiffres} />
              </Perime>
            )}
          </Requete>
        </Flex>
      </OngletsCeSoir>
    </PageModule>
  );
}
