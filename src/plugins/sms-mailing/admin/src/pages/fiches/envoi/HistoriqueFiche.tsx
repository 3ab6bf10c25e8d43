import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { LigneHistorique } from '../../../../../core/api/historique';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { useLazyListHistoriqueQuery } from '../../../api/repertoire';
import { Carte } from '../../../components/Carte';
import { Serre } from '../../../components/Serre';
import { TableauServeur, type ColonneServeur } from '../../../components/TableauServeur';
import { useServeur } from '../../../components/useServeur';
import { useVueTableau } from '../../../components/useVueTableau';
import { ActionsHistorique } from '../../../envoi/ActionsHistorique';
import { colonnesHistorique } from '../../../envoi/colonnes-historique';
import { useEnDirect } from './useEnDirect';

interface Props {
  sujet: { genre: TypeDestinataire; documentId: string };
}

const TITRES: Readonly<Record<TypeDestinataire, string>> = {
  entrepreneur: 'Historique des envois pour cet entrepreneur',
  contact_individuel: 'Historique des envois pour ce contact',
  entreprise_partenaire: 'Historique des envois pour ce partenaire',
};

const COLONNES: readonly ColonneServeur<LigneHistorique>[] = colonnesHistorique(false).map(
  ({ cle, titre, valeur, cellule }) => ({
    ...{ cle, titre },
    cellule: cellule ?? ((ligne) => <Typography>{valeur(ligne)}</Typography>),
  })
);

/** Guide §9.c: all that was sent to a person, from wherever. */
export function HistoriqueFiche({ sujet }: Props): JSX.Element {
  const vue = useVueTableau({ tri: { cle: 'date', croissant: false }, prefixe: 'h-' });
  const etat = useServeur(useLazyListHistoriqueQuery, {
    sujet,
    page: { recherche: vue.recherche, page: vue.page, pageSize: vue.taille },
  });
  const vivant = etat.data?.lignes.some(
    ({ statut }) => statut === 'reserve' || statut === 'en_cours'
  );
  useEnDirect(vivant ?? false, etat.refetch);
  return (
    <Carte titre={TITRES[sujet.genre]}>
      <Serre>
        <TableauServeur
          nom={TITRES[sujet.genre]}
          unite="envoi"
          vue={vue}
          de={etat}
          cleOf={({ documentId }) => documentId}
          colonnes={COLONNES}
          actions={(ligne) => <ActionsHistorique ligne={ligne} />}
          vide={{ titre: 'Aucun message n’a encore été envoyé à cette personne.' }}
        />
      </Serre>
    </Carte>
  );
}
