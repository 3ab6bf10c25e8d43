import {
  Button,
  Checkbox,
  Field,
  Flex,
  Grid,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import type { JSX } from 'react';
import type { Reference } from '../../../../../core/api/references';
import { useListReferencesQuery } from '../../../api/references';
import { Carte } from '../../../components/Carte';
import { CaseGrille } from '../../../components/CaseGrille';
import { PageModule } from '../../../components/PageModule';
import { Periode } from '../../../components/Periode';
import { ChampFiltre } from '../ChampFiltre';
import { useFiltres, type Filtres } from '../../../components/useFiltres';
import { NouvelleAction } from './NouvelleAction';
import { TableActions } from './TableActions';

const CLES = ['objet', 'site', 'intervenant', 'du', 'au', 'miennes'] as const;
type Cle = (typeof CLES)[number];

interface ChoixProps {
  libelle: string;
  indice: string;
  choix: readonly Reference[];
  valeur: string;
  onValeur: (valeur: string) => void;
}

function ChoixReference({ libelle, indice, choix, valeur, onValeur }: ChoixProps): JSX.Element {
  return (
    <Field.Root width="100%">
      <Field.Label>{libelle}</Field.Label>
      <SingleSelect
        placeholder={indice}
        value={valeur}
        clearLabel={`Vider ${libelle}`}
        onClear={() => {
          onValeur('');
        }}
        onChange={(choisie: string | number) => {
          onValeur(String(choisie));
        }}
      >
        {choix.map(({ documentId, nom }) => (
          <SingleSelectOption key={documentId} value={documentId}>
            {nom}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}

function Criteres({ filtres }: { filtres: Filtres<Cle> }): JSX.Element {
  const { data } = useListReferencesQuery('actions');
  const { valeurs, change, vide } = filtres;
  return (
    <Carte titre="Rechercher une action">
      <Grid.Root gap={4}>
        <CaseGrille colonnes={4} tablette={12}>
          <ChampFiltre
            nom="objet"
            libelle="Objet"
            valeur={valeurs.objet}
            onValeur={(valeur) => {
              change({ objet: valeur });
            }}
          />
        </CaseGrille>
        <CaseGrille colonnes={4} tablette={6}>
          <ChoixReference
            libelle="Lieu d’action"
            indice="Choisir un lieu d’action…"
            choix={data?.sites ?? []}
            valeur={valeurs.site}
            onValeur={(valeur) => {
              change({ site: valeur });
            }}
          />
        </CaseGrille>
        <CaseGrille colonnes={4} tablette={6}>
          <ChoixReference
            libelle="Intervenant BGE"
            indice="Choisir l’intervenant BGE…"
            choix={data?.referents ?? []}
            valeur={valeurs.intervenant}
            onValeur={(valeur) => {
              change({ intervenant: valeur });
            }}
          />
        </CaseGrille>
      </Grid.Root>
      <Flex gap={4} alignItems="flex-end" wrap="wrap">
        <Periode du={valeurs.du} au={valeurs.au} onPeriode={change} />
        <Checkbox
          checked={valeurs.miennes === 'true'}
          onCheckedChange={(oui) => {
            change({ miennes: oui === true ? 'true' : '' });
          }}
        >
          Mes actions seulement
        </Checkbox>
        <Button variant="tertiary" onClick={vide}>
          Vider
        </Button>
      </Flex>
    </Carte>
  );
}

/** Guide §3: « Rechercher une action ». */
export default function RechercheActions(): JSX.Element {
  const filtres = useFiltres(CLES);
  return (
    <PageModule
      titre="Actions"
      sousTitre="Ouvrez une action pour voir ses participants et leur écrire."
      permission="fiches.consulter-historique"
      action={<NouvelleAction />}
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Criteres filtres={filtres} />
        <TableActions
          filtres={filtres.poses}
          vide="Aucune action ne correspond : videz les filtres, ou créez une action."
        />
      </Flex>
    </PageModule>
  );
}
