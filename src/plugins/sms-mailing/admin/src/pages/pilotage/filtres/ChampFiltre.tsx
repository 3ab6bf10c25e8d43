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

const SANS_ID: readonly string[] = [];
const SANS_PERIODE: Periode = {};
const SANS_DATE: FiltreDateAction = { genre: 'aucun' };

/** What the description says it is; `vide` while nothing is filled in. */
function lire<V>(valeur: Valeur, vide: V): V {
  return valeur === undefined ? vide : (valeur as V);
}

/** One filter, drawn from its description. */
export function ChampFiltre({ de, valeur, noms, onValeur }: Props): JSX.Element {
  const { cle, libelle } = de;
  switch (de.genre) {
    case 'texte':
      return (
        <ChampTexte nom={cle} libelle={libelle} valeur={lire(valeur, '')} onValeur={onValeur} />
      );
    case 'choix':
      return (
        <ChoixMultiple
          label={libelle}
          vide="Choix multiple possible"
          choix={de.choix.map((choix) => ({ valeur: choix, libelle: choix }))}
          valeurs={lire(valeur, SANS_ID)}
          onChange={onValeur}
        />
      );
    case 'relation':
      return (
        <ChampRelation
          libelle={libelle}
          relation={de.relation}
          ids={lire(valeur, SANS_ID)}
          noms={noms}
          onIds={onValeur}
        />
      );
    case 'periode':
      return (
        <ChampPeriode
          nom={cle}
          libelle={libelle}
          periode={lire(valeur, SANS_PERIODE)}
          onPeriode={onValeur}
        />
      );
    case 'date_action':
      return (
        <ChampDateAction
          libelle={libelle}
          filtre={lire(valeur, SANS_DATE)}
          onFiltre={(filtre) => {
            onValeur(filtre.genre === 'aucun' ? undefined : filtre);
          }}
        />
      );
  }
}
