import { Badge, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { LigneEnvoiAutomatique } from '../../../../../../core/api/envois-automatiques';
import { formatDelai } from '../../../../../../core/delai';
import type { Criteres } from '../../../../../../core/envoi-automatique';
import { LIBELLES_TYPE_CONTACT } from '../../../../../../core/vocabulaire';
import type { ColonneTableau } from '../../../../components/Tableau';

export type Ligne = LigneEnvoiAutomatique;

const CONFIRMES = { indifferent: '', oui: 'oui', non: 'non' } as const;

/** An empty criterion lets everything pass: said, but quietly. */
function Critere({ valeur, vide }: { valeur: string; vide: string }): JSX.Element {
  return valeur === '' ? (
    <Typography variant="pi" textColor="neutral600">
      {vide}
    </Typography>
  ) : (
    <Typography variant="pi">{valeur}</Typography>
  );
}

function colonne(
  [cle, titre, vide]: readonly [cle: string, titre: string, vide: string],
  lire: (criteres: Criteres, noms: Ligne['noms']) => string
): ColonneTableau<Ligne> {
  const valeur = ({ regle, noms }: Ligne): string => lire(regle.criteres, noms);
  return {
    cle,
    titre,
    valeur,
    cellule: (ligne) => <Critere valeur={valeur(ligne)} vide={vide} />,
  };
}

function nommer(ids: readonly string[], noms: Ligne['noms']): string {
  return ids.map((id) => noms[id] ?? '(supprimé)').join(', ');
}

function NomModele({ modele }: Pick<Ligne, 'modele'>): JSX.Element {
  return modele.inactif ? (
    <>
      <Typography variant="pi" fontWeight="bold" textColor="danger700" tag="p">
        {modele.nom}
      </Typography>
      <Typography variant="pi" textColor="danger700" tag="p">
        modèle inactif
      </Typography>
    </>
  ) : (
    <Typography variant="pi" fontWeight="bold">
      {modele.nom}
    </Typography>
  );
}

/** Active on a modèle that is not, it sends nothing: no green for it. */
function etatOf({ regle, modele }: Ligne): 'actif' | 'inactif' | 'ne part pas' {
  return regle.inactif ? 'inactif' : modele.inactif ? 'ne part pas' : 'actif';
}

const COULEURS = { actif: 'success', inactif: 'neutral', 'ne part pas': 'danger' } as const;

function Etat({ etat }: { etat: ReturnType<typeof etatOf> }): JSX.Element {
  const couleur = COULEURS[etat];
  return (
    <Badge
      size="S"
      backgroundColor={`${couleur}${couleur === 'neutral' ? '150' : '100'}`}
      textColor={`${couleur}700`}
    >
      {etat}
    </Badge>
  );
}

/** The guide's table (§6.a), its columns in its order, and « Confirmé » (§6.c « à savoir »). */
export const COLONNES: ColonneTableau<Ligne>[] = [
  colonne(['ods', 'ODS', 'toutes'], ({ ods }, noms) => nommer(ods, noms)),
  colonne(['etape', 'Étape', 'toutes'], ({ etapes }, noms) => nommer(etapes, noms)),
  colonne(['typeAction', 'Type d’action', 'tous'], ({ typesAction }, noms) =>
    nommer(typesAction, noms)
  ),
  colonne(['nature', 'Nature', 'toutes'], ({ natures }) => natures.join(', ')),
  colonne(['mode', 'Mode d’intervention', 'tous'], ({ modesIntervention }) =>
    modesIntervention.join(', ')
  ),
  {
    cle: 'typeContact',
    titre: 'Type de contact',
    valeur: ({ regle }) => LIBELLES_TYPE_CONTACT[regle.typeContact],
    cellule: ({ regle }) => (
      <Typography variant="pi">{LIBELLES_TYPE_CONTACT[regle.typeContact]}</Typography>
    ),
  },
  {
    cle: 'modele',
    titre: 'Modèle',
    valeur: ({ modele, distinction }) => `${modele.nom} ${distinction ?? ''}`,
    cellule: ({ modele, distinction }) => (
      <>
        <NomModele modele={modele} />
        {distinction === null ? null : (
          <Typography variant="pi" textColor="neutral600" tag="p">
            {distinction}
          </Typography>
        )}
      </>
    ),
  },
  {
    cle: 'delai',
    titre: 'Délai',
    valeur: ({ regle }) => regle.delai,
    cellule: ({ regle }) => (
      <Typography variant="pi" fontWeight="bold">
        {formatDelai(regle.delai)}
      </Typography>
    ),
  },
  {
    cle: 'inactif',
    titre: 'Inactif',
    valeur: etatOf,
    cellule: (ligne) => <Etat etat={etatOf(ligne)} />,
  },
  colonne(['presence', 'Présence', 'toutes'], ({ presences }) => presences.join(', ')),
  colonne(['confirme', 'Confirmé', 'tous'], ({ confirme }) => CONFIRMES[confirme]),
];
