import { IconButton } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import type { JSX } from 'react';
import type {
  LigneEnvoiAutomatique,
  LigneEssai,
} from '../../../../../../core/api/envois-automatiques';
import { Serre } from '../../../../components/Serre';
import { Tableau, type ColonneTableau } from '../../../../components/Tableau';
import { useDroits } from '../../../../droits';
import { Exemplaire } from './Exemplaire';
import { COLONNE_ACTION, COLONNE_NOM, COURT, withCle } from './lignes';

type Ligne = LigneEssai & { documentId: string };

interface Props {
  lignes: readonly LigneEssai[];
  ligne: LigneEnvoiAutomatique | undefined;
  onLire: (ligne: LigneEssai) => void;
}

const ADRESSE: ColonneTableau<Ligne> = {
  cle: 'adresse',
  titre: 'Adresse utilisée',
  valeur: ({ adresse }) => adresse ?? '',
};

const CREDITS: ColonneTableau<Ligne> = {
  cle: 'credits',
  titre: 'SMS',
  valeur: ({ credits }) => credits,
};

export function Recevront({ lignes, ligne, onLire }: Props): JSX.Element {
  const { 'modeles.creer-modele': peutEssayer } = useDroits('modeles.creer-modele');
  const sms = ligne?.regle.typeContact === 'sms';
  return (
    <Serre>
      <Tableau
        nom="Recevraient le message"
        unite="personne"
        sansOutils={lignes.length <= COURT}
        lignes={withCle(lignes)}
        colonnes={[COLONNE_NOM, ADRESSE, COLONNE_ACTION, ...(sms ? [CREDITS] : [])]}
        tri={{ cle: 'nom', croissant: true }}
        actions={(personne) => (
          <>
            <IconButton
              label={`Lire le message de ${personne.nom}`}
              variant="ghost"
              onClick={() => {
                onLire(personne);
              }}
            >
              <Eye />
            </IconButton>
            {peutEssayer && ligne !== undefined ? (
              <Exemplaire ligne={ligne} personne={personne} />
            ) : null}
          </>
        )}
        vide={{ titre: 'Personne ne recevrait ce message ce soir-là.' }}
      />
    </Serre>
  );
}
