import type { JSX } from 'react';
import type { LigneEcartee, LigneEssai } from '../../../../../../core/api/envois-automatiques';
import { phraseMotif } from '../../../../../../core/motif';
import { Serre } from '../../../../components/Serre';
import { Tableau, type ColonneTableau } from '../../../../components/Tableau';
import { COLONNE_ACTION, COLONNE_NOM, COURT, withCle } from './lignes';

type Ecarte = LigneEssai | LigneEcartee;

interface Props {
  nom: string;
  lignes: readonly Ecarte[];
}

const POURQUOI: ColonneTableau<Ecarte> = {
  cle: 'pourquoi',
  titre: 'Pourquoi',
  valeur: (ligne) => ('raison' in ligne ? ligne.raison : phraseMotif(ligne.motif ?? '')),
};

/** Who would receive nothing: left aside by a criterion, or by what their fiche says. */
export function Ecartes({ nom, lignes }: Props): JSX.Element {
  return (
    <Serre>
      <Tableau
        nom={nom}
        unite="personne"
        sansOutils={lignes.length <= COURT}
        lignes={withCle(lignes)}
        colonnes={[COLONNE_NOM, COLONNE_ACTION, POURQUOI]}
        tri={{ cle: 'nom', croissant: true }}
        vide={{ titre: 'Personne.' }}
      />
    </Serre>
  );
}
