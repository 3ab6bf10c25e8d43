import type { JSX } from 'react';
import type { DescriptionFiltre } from '../../../../../core/description-filtres';
import type { FiltreDateAction, Periode } from '../../../../../core/filtres-campagne';
import { ChampTexte } from '../../../components/ChampTexte';
import { ChoixMultiple } from '../../../components/ChoixMultiple';
import { ChampDateAction } from './ChampDateAction';
import { ChampPeriode } from './ChampPeriode';
import { ChampRelation } from './ChampRelation';
import type { Valeur } from './filtres-saisis';
import type { Noms } from './noms';

interface Props {
  de: DescriptionFiltre;
  valeur: Valeur;
  noms: Noms;
  onValeur: (valeur: Valeur, nommes?: Noms) => void;
}

function toListe(valeur: Valeur): readonly string[] {
  return (valeur as readonly string[] | undefined) ?? [];
}

/** One filter, drawn from its description. */
export function ChampFiltre({ de, valeur, noms, onValeur }: Props): JSX.Element {
  const { cle, libelle } = de;
  switch (de.genre) {
    case 'texte':
      return (
        <ChampTexte
          nom={cle}
          libelle={libelle}
          valeur={(valeur as string | undefined) ?? ''}
          onValeur={onValeur}
        />
      );
    case 'choix':
      return (
        <ChoixMultiple
          label={libelle}
          vide="Choix multiple possible"
          choix={de.choix.map((choix) => ({ valeur: choix, libelle: choix }))}
          valeurs={toListe(valeur)}
          onChange={onValeur}
        />
      );
    case 'relation':
      return (
        <ChampRelation
          libelle={libelle}
          relation={de.relation}
          ids={toListe(valeur)}
          noms={noms}
          onIds={onValeur}
        />
      );
    case 'periode':
      return (
        <ChampPeriode
          nom={cle}
          libelle={libelle}
          periode={(valeur as Periode | undefined) ?? {}}
          onPeriode={onValeur}
        />
      );
    case 'date_action':
      return (
        <ChampDateAction
          libelle={libelle}
          filtre={(valeur as FiltreDateAction | undefined) ?? { genre: 'aucun' }}
          onFiltre={(filtre) => {
            onValeur(filtre.genre === 'aucun' ? undefined : filtre);
          }}
        />
      );
  }
}
