import { Flex, LinkButton, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { Link } from 'react-router-dom';
import type { LigneCampagne } from '../../../../../core/api/campagnes';
import type { EnJson } from '../../../../../core/api/en-json';
import { triCampagnesSchema, type DemandeHistorique } from '../../../../../core/campagne';
import { LIBELLES_TYPE_CONTACT, type TypeDestinataire } from '../../../../../core/vocabulaire';
import { useLazyListCampagnesQuery } from '../../../api/campagnes';
import { PageModule } from '../../../components/PageModule';
import { Serre } from '../../../components/Serre';
import { TableauServeur, type ColonneServeur } from '../../../components/TableauServeur';
import { formatInstant, formatNombre } from '../../../components/texte';
import { useDiffere } from '../../../components/useDiffere';
import { useFiltres } from '../../../components/useFiltres';
import { useServeur } from '../../../components/useServeur';
import { useVueTableau } from '../../../components/useVueTableau';
import { cheminCampagne, cheminModele, cheminSuivi } from '../chemins';
import { phraseBilan } from './bilan';
import { FiltresHistorique } from './FiltresHistorique';
import { Statut } from './Statut';

type Ligne = EnJson<LigneCampagne>;

/** Guide §7.c « créateur, contact individuel ou contact de la structure accompagnée ». */
const TYPES: Readonly<Record<TypeDestinataire, string>> = {
  entrepreneur: 'Créateur / repreneur d’entreprise',
  contact_individuel: 'Contact individuel',
  entreprise_partenaire: 'Contact de la structure accompagnée',
};

function Modele({ ligne }: { ligne: Ligne }): JSX.Element {
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Typography fontWeight="semiBold">{ligne.modeleNom}</Typography>
      <Typography variant="pi" textColor="neutral600">
        {[LIBELLES_TYPE_CONTACT[ligne.typeContact], ligne.libelle, ligne.auteur]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
    </Flex>
  );
}

/** « En cliquant sur le lien, rouvrir la campagne paramétrée »; and its envois, one by one. */
function Liens({ ligne }: { ligne: Ligne }): JSX.Element {
  const { campagneId, modeleDocumentId, modeleNom, typeContact, typeDestinataire } = ligne;
  const date = formatInstant(ligne.prevuLe);
  const suivi =
    campagneId === null
      ? modeleDocumentId === null
        ? null
        : cheminModele(modeleDocumentId)
      : cheminSuivi(campagneId);
  return (
    <Flex
      gap={1}
      justifyContent="flex-end"
      style={{ whiteSpace: 'nowrap', overflowWrap: 'normal' }}
    >
      {suivi === null ? null : (
        <LinkButton
          tag={Link}
          size="S"
          variant="secondary"
          to={suivi}
          aria-label={`Suivre « ${modeleNom} » du ${date}`}
        >
          Suivre
        </LinkButton>
      )}
      {campagneId === null || modeleDocumentId === null ? null : (
        <LinkButton
          tag={Link}
          size="S"
          variant="tertiary"
          to={cheminCampagne(
            { documentId: modeleDocumentId, typeContact, typeDestinataire },
            { campagneId, etape: 'resultats' }
          )}
          aria-label={`Rouvrir « ${modeleNom} » du ${date}`}
        >
          Rouvrir
        </LinkButton>
      )}
    </Flex>
  );
}

const COLONNES: readonly ColonneServeur<Ligne>[] = [
  { cle: 'statut', titre: 'Statut', cellule: ({ statut }) => <Statut statut={statut} /> },
  {
    cle: 'modele',
    titre: 'Nom du modèle utilisé',
    triable: true,
    cellule: (ligne) => <Modele ligne={ligne} />,
  },
  {
    cle: 'date',
    titre: 'Date',
    triable: true,
    cellule: ({ prevuLe }) => <Typography>{formatInstant(prevuLe)}</Typography>,
  },
  {
    cle: 'type_destinataire',
    titre: 'Type de destinataire',
    triable: true,
    cellule: ({ typeDestinataire }) => <Typography>{TYPES[typeDestinataire]}</Typography>,
  },
  {
    cle: 'envois',
    titre: 'Nombre d’envois',
    cellule: ({ envois, bilan }) => (
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography fontWeight="semiBold">{formatNombre(envois)}</Typography>
        <Typography variant="pi" textColor="neutral600">
          {phraseBilan(bilan)}
        </Typography>
      </Flex>
    ),
  },
  { cle: 'liens', titre: 'Liens', cellule: (ligne) => <Liens ligne={ligne} /> },
];

const PAUSE_MS = 300;
/** The period and the person asked for, in the address like the rest. */
const CLES = ['du', 'au', 'personne'] as const;

/** Guide §7.c « Historique des campagnes d'envoi ». */
export default function Historique(): JSX.Element {
  const vue = useVueTableau({ tri: { cle: 'date', croissant: false } });
  const { valeurs: recherche, change } = useFiltres(CLES);
  const { du, au } = recherche;
  const personne = useDiffere(recherche.personne, PAUSE_MS);
  const tri = triCampagnesSchema.safeParse({
    cle: vue.tri.cle,
    sens: vue.tri.croissant ? 'asc' : 'desc',
  });
  const demande: Partial<DemandeHistorique> = {
    ...{ personne, recherche: vue.recherche, page: vue.page, pageSize: vue.taille },
    du: du === '' ? null : du,
    au: au === '' ? null : au,
    tri: tri.success ? tri.data : { cle: 'date', sens: 'desc' },
  };
  const campagnes = useServeur(useLazyListCampagnesQuery, demande);
  return (
    <PageModule
      titre="Historique des campagnes d’envoi"
      sousTitre="Ce qui est programmé pour 19h, ce qui est parti, et ce qu’il en est advenu."
      permission="campagnes.consulter-campagnes"
    >
      <Serre>
        <TableauServeur
          nom="Campagnes"
          unite="campagne"
          vue={vue}
          de={campagnes}
          cleOf={(ligne) =>
            ligne.documentId ??
            `${String(ligne.modeleDocumentId)}-${ligne.prevuLe}-${ligne.typeDestinataire}`
          }
          colonnes={COLONNES}
          filtres={<FiltresHistorique recherche={recherche} onRecherche={change} />}
          vide={{
            titre:
              du + au + personne === ''
                ? 'Aucune campagne pour l’instant : choisissez un modèle dans l’onglet des destinataires.'
                : 'Aucune campagne ne correspond : élargissez la période, ou videz les filtres.',
          }}
        />
      </Serre>
    </PageModule>
  );
}
