import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { useParams } from 'react-router-dom';
import type { LigneHistorique } from '../../../../../core/api/historique';
import { useLazyListEnvoisModeleQuery } from '../../../api/campagnes';
import { PageModule } from '../../../components/PageModule';
import { Serre } from '../../../components/Serre';
import { TableauServeur } from '../../../components/TableauServeur';
import { useServeur } from '../../../components/useServeur';
import { useVueTableau } from '../../../components/useVueTableau';
import { ActionsHistorique } from '../../../envoi/ActionsHistorique';
import { colonnesHistorique } from '../../../envoi/colonnes-historique';
import { RetourPilotage } from '../RetourPilotage';

const COLONNES = colonnesHistorique(true).map(({ cle, titre, valeur, cellule }) => ({
  ...{ cle, titre },
  cellule: cellule ?? ((ligne: LigneHistorique) => <Typography>{valeur(ligne)}</Typography>),
}));

/** Guide §7.b « visualiser pour chaque modèle l'historique des envois », whatever their origin. */
export default function HistoriqueModele(): JSX.Element {
  const { documentId = '' } = useParams();
  const vue = useVueTableau({ tri: { cle: 'date', croissant: false } });
  const envois = useServeur(useLazyListEnvoisModeleQuery, {
    ...{ documentId, recherche: vue.recherche, page: vue.page, pageSize: vue.taille },
  });
  const nom = envois.data?.lignes[0]?.modele;
  return (
    <PageModule
      titre={nom === undefined ? 'Historique du modèle' : `Historique de « ${nom} »`}
      sousTitre="Tous ses envois : campagnes, envois automatiques, fiches Action et Entrepreneur."
      permission="campagnes.consulter-campagnes"
      retour={<RetourPilotage chemin="entrepreneur" libelle="Envoi e-mails/SMS" />}
    >
      <Serre>
        <TableauServeur
          nom="Envois du modèle"
          unite="envoi"
          vue={vue}
          de={envois}
          cleOf={(envoi) => envoi.documentId}
          colonnes={COLONNES}
          actions={(envoi) => <ActionsHistorique ligne={envoi} />}
          vide={{ titre: 'Ce modèle n’a encore servi à aucun envoi.' }}
        />
      </Serre>
    </PageModule>
  );
}
