import { Badge, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { LigneEnvoiAutomatique } from '../../../../../core/api/envois-automatiques';
import { formatDelai } from '../../../../../core/delai';
import type { Criteres } from '../../../../../core/envoi-automatique';
import { LIBELLES_TYPE_CONTACT } from '../../../../../core/vocabulaire';
import type { ColonneTableau } from '../../../components/Tableau';

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
  lire: (criteres: Criteres) => string
): ColonneTableau<Ligne> {
  const valeur = ({ regle }: Ligne): string => lire(regle.criteres);
  return {
    cle,
    titre,
    valeur,
    cellule: (ligne) => <Critere valeur={valeur(ligne)} vide={vide} />,
  };
}

function NomModele({ ligne: { modele } }: { ligne: Ligne }): JSX.Element {
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

/** The guide's table (§6.a), its columns in its order, and « Confirmé » (§6.c « à savoir »). */
export function listColonnes(noms: Readonly<Record<string, string>>): ColonneTableau<Ligne>[] {
  const nommer = (ids: readonly string[]): string =>
    ids.map((id) => noms[id] ?? '(supprimé)').join(', ');
  return [
    colonne(['ods', 'ODS', 'toutes'], ({ ods }) => nommer(ods)),
    colonne(['etape', 'Étape', 'toutes'], ({ etapes }) => nommer(etapes)),
    colonne(['typeAction', 'Type d’action', 'tous'], ({ typesAction }) => nommer(typesAction)),
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
      valeur: ({ modele }) => modele.nom,
      cellule: (ligne) => <NomModele ligne={ligne} />,
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
      valeur: ({ regle }) => (regle.inactif ? 'inactif' : 'actif'),
      cellule: ({ regle }) => (
        <Badge size="S" active={!regle.inactif}>
          {regle.inactif ? 'inactif' : 'actif'}
        </Badge>
      ),
    },
    colonne(['presence', 'Présence', 'toutes'], ({ presences }) => presences.join(', ')),
    colonne(['confirme', 'Confirmé', 'tous'], ({ confirme }) => CONFIRMES[confirme]),
  ];
}
