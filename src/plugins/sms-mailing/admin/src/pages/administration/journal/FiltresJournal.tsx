import { Button, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { JSX } from 'react';
import { GENRES_ACTE } from '../../../../../core/acte';
import { Carte } from '../../../components/Carte';
import { Periode } from '../../../components/Periode';
import type { Filtres } from '../../../components/useFiltres';
import { ChampFiltre } from '../../fiches/ChampFiltre';

export const FILTRES_JOURNAL = ['du', 'au', 'auteur', 'genre'] as const;
type Cle = (typeof FILTRES_JOURNAL)[number];

interface Props {
  filtres: Filtres<Cle>;
}

function ChoixGenre({ filtres: { valeurs, change } }: Props): JSX.Element {
  return (
    <Field.Root name="genre" minWidth="26rem">
      <Field.Label>Sujet</Field.Label>
      <SingleSelect
        placeholder="Tous les sujets"
        value={valeurs.genre}
        clearLabel="Tous les sujets"
        onClear={() => {
          change({ genre: '' });
        }}
        onChange={(choisi: string | number) => {
          change({ genre: String(choisi) });
        }}
      >
        {Object.entries(GENRES_ACTE).map(([cle, libelle]) => (
          <SingleSelectOption key={cle} value={cle}>
            {libelle}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}

/** A period, an author, a subject. */
export function FiltresJournal({ filtres }: Props): JSX.Element {
  const { valeurs, change, vide } = filtres;
  return (
    <Carte titre="Filtrer le journal">
      <Flex gap={4} alignItems="flex-end" wrap="wrap">
        <Periode du={valeurs.du} au={valeurs.au} onPeriode={change} />
        <ChampFiltre
          nom="auteur"
          libelle="Qui"
          valeur={valeurs.auteur}
          onValeur={(auteur) => {
            change({ auteur });
          }}
        />
        <ChoixGenre filtres={filtres} />
        <Button variant="tertiary" onClick={vide}>
          Vider
        </Button>
      </Flex>
    </Carte>
  );
}
