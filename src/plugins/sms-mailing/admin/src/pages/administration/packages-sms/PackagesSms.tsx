import { Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState, type JSX } from 'react';
import type { LignePackage } from '../../../../../core/package-sms';
import { useDescribeSuiviPackagesQuery, useListPackagesQuery } from '../../../api/packages-sms';
import { PageModule } from '../../../components/PageModule';
import { Requete } from '../../../components/Requete';
import { Tableau, type ColonneTableau } from '../../../components/Tableau';
import { formatJour, formatNombre } from '../../../components/texte';
import { useDroits } from '../../../droits';
import { Consommation } from '../../../statistiques/Consommation';
import { ActionsPackage } from './ActionsPackage';
import { CorrectionDecompte } from './CorrectionDecompte';
import { FormulairePackage } from './FormulairePackage';
import { Jauge } from './Jauge';
import { Reste } from './Reste';
import { rythmeDe, usePackagesSuivis } from '../../../widgets/soiree-suivie';

const COLONNES: ColonneTableau<LignePackage>[] = [
  {
    cle: 'dateAchat',
    titre: 'Date d’achat du package',
    valeur: ({ dateAchat }) => dateAchat,
    cellule: ({ dateAchat }) => <Typography>{formatJour(dateAchat)}</Typography>,
  },
  {
    cle: 'achetes',
    titre: 'SMS achetés',
    valeur: ({ achetes }) => achetes,
    cellule: ({ achetes }) => <Typography>{formatNombre(achetes)}</Typography>,
  },
  {
    cle: 'consommes',
    titre: 'SMS consommés',
    valeur: ({ consommes }) => consommes,
    cellule: ({ consommes }) => <Typography>{formatNombre(consommes)}</Typography>,
  },
  {
    cle: 'reste',
    titre: 'SMS restants',
    valeur: ({ achetes, consommes }) => achetes - consommes,
    cellule: (lot) => <Jauge lot={lot} />,
  },
];

function Carte({ children }: { children: JSX.Element }): JSX.Element {
  return (
    <Box background="neutral0" padding={6} hasRadius shadow="tableShadow" width="100%">
      {children}
    </Box>
  );
}

/** A package to add (null) or to change, or the count of one to correct. */
type Ouverture =
  { genre: 'saisie'; lot: LignePackage | null } | { genre: 'correction'; lot: LignePackage };

interface FenetreOuverteProps {
  ouverture: Ouverture;
  onOuvrir: (ouverture: Ouverture | null) => void;
}

/** The window over the page; opened again on what the base holds when someone saved meanwhile. */
function FenetreOuverte({ ouverture, onOuvrir }: FenetreOuverteProps): JSX.Element {
  const { refetch } = useListPackagesQuery(undefined);
  const { lot } = ouverture;
  const close = (): void => {
    onOuvrir(null);
  };

  async function reload(): Promise<{ error?: unknown }> {
    const { data, error } = await refetch();
    if (error === undefined) {
      const frais = data?.packages.find(({ documentId }) => documentId === lot?.documentId);
      onOuvrir(frais === undefined ? null : { ...ouverture, lot: frais });
    }
    return { error };
  }

  const version = `${lot?.documentId ?? ''} ${String(lot?.version)}`;
  return ouverture.genre === 'saisie' ? (
    <FormulairePackage key={version} lot={lot} onRecharger={reload} onFermer={close} />
  ) : (
    <CorrectionDecompte key={version} lot={ouverture.lot} onRecharger={reload} onFermer={close} />
  );
}

/** Guide §10: the packages bought, what is left, what was used month by month, what is about to leave. */
export default function PackagesSms(): JSX.Element {
  const packages = usePackagesSuivis();
  const suivi = useDescribeSuiviPackagesQuery(undefined, {
    pollingInterval: rythmeDe(packages.data?.prevu),
  });
  const droits = useDroits('packages.gerer-packages');
  const [ouverture, setOuverture] = useState<Ouverture | null>(null);
  const peutGerer = droits['packages.gerer-packages'];
  const ajouter = peutGerer ? (
    <Button
      startIcon={<Plus />}
      onClick={() => {
        setOuverture({ genre: 'saisie', lot: null });
      }}
    >
      Ajouter un package
    </Button>
  ) : null;

  return (
    <PageModule
      titre="Package SMS"
      sousTitre="Les SMS achetés, et ce qu’il en reste : chaque SMS parti est décompté du plus ancien package."
      permission="packages.consulter-packages"
      action={ajouter}
    >
      <Requete de={packages}>
        {(compte) => (
          <Flex direction="column" alignItems="stretch" gap={6}>
            <Grid.Root gap={6}>
              <Grid.Item col={5} s={12} alignItems="stretch">
                <Carte>
                  <Requete de={suivi}>
                    {(donnees) => <Reste compte={compte} suivi={donnees} />}
                  </Requete>
                </Carte>
              </Grid.Item>
              <Grid.Item col={7} s={12} alignItems="stretch">
                <Requete de={suivi}>{(chiffres) => <Consommation chiffres={chiffres} />}</Requete>
              </Grid.Item>
            </Grid.Root>
            <Tableau
              nom="Liste des packages SMS achetés"
              unite="package"
              lignes={compte.packages}
              colonnes={COLONNES}
              tri={{ cle: 'dateAchat', croissant: false }}
              actions={(lot) => (
                <ActionsPackage
                  lot={lot}
                  peutGerer={peutGerer}
                  onModifier={() => {
                    setOuverture({ genre: 'saisie', lot });
                  }}
                  onCorriger={() => {
                    setOuverture({ genre: 'correction', lot });
                  }}
                />
              )}
              vide={{
                titre:
                  'Aucun package saisi : les SMS ne sont pas décomptés. Ajoutez celui que vous avez acheté.',
                action: ajouter,
              }}
            />
          </Flex>
        )}
      </Requete>
      {ouverture === null ? null : <FenetreOuverte ouverture={ouverture} onOuvrir={setOuverture} />}
    </PageModule>
  );
}
