import { Badge, Button, Flex, Grid, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { useNavigate } from 'react-router-dom';
import { formatNumero } from '../../../../../core/affiche-numero';
import type { LignePersonne } from '../../../../../core/api/repertoire';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { useLazyListPersonnesQuery } from '../../../api/repertoire';
import { Carte } from '../../../components/Carte';
import { CaseGrille } from '../../../components/CaseGrille';
import { Onglets } from '../../../components/Onglets';
import { PageModule } from '../../../components/PageModule';
import { TableauServeur, type ColonneServeur } from '../../../components/TableauServeur';
import { useServeur } from '../../../components/useServeur';
import { useVueTableau } from '../../../components/useVueTableau';
import { ChampFiltre } from '../ChampFiltre';
import { LienFiche } from '../LienFiche';
import { useFiltres, type Filtres } from '../../../components/useFiltres';
import { FAMILLES } from './familles';
import { NouvellePersonne } from './NouvellePersonne';

interface Props {
  type: TypeDestinataire;
}

const CLES = ['nom', 'telephone', 'email'] as const;
type Cle = (typeof CLES)[number];

function Criteres({ type, filtres }: Props & { filtres: Filtres<Cle> }): JSX.Element {
  const { valeurs, change, vide } = filtres;
  const champs: readonly (readonly [Cle, string])[] = [
    ['nom', type === 'entreprise_partenaire' ? 'Raison sociale ou nom du contact' : 'Nom'],
    ['telephone', 'Un n° de téléphone'],
    ['email', type === 'entrepreneur' ? 'Un e-mail' : 'Courriel pro'],
  ];
  return (
    <Carte titre="Rechercher">
      <Grid.Root gap={4}>
        {champs.map(([cle, libelle]) => (
          <CaseGrille key={cle} colonnes={cle === 'nom' ? 4 : 3} tablette={6}>
            <ChampFiltre
              nom={cle}
              libelle={libelle}
              valeur={valeurs[cle]}
              onValeur={(valeur) => {
                change({ [cle]: valeur });
              }}
            />
          </CaseGrille>
        ))}
        <CaseGrille colonnes={2} tablette={6}>
          <Flex height="100%" alignItems="flex-end">
            <Button variant="tertiary" size="L" onClick={vide}>
              Vider
            </Button>
          </Flex>
        </CaseGrille>
      </Grid.Root>
    </Carte>
  );
}

type Colonne = ColonneServeur<LignePersonne>;

function colonneNom(type: TypeDestinataire): Colonne {
  return {
    cle: 'nom',
    titre:
      type === 'entrepreneur'
        ? 'Entrepreneur'
        : type === 'contact_individuel'
          ? 'Contact'
          : 'Raison sociale',
    triable: true,
    cellule: ({ documentId, nom, raisonSociale, aMoi, inactif, ficheTest }) => (
      <Flex gap={2} wrap="wrap">
        <LienFiche vers={`${FAMILLES[type].chemin}/${documentId}`}>
          {raisonSociale ?? nom}
        </LienFiche>
        {aMoi ? <Badge>À moi</Badge> : null}
        {inactif ? <Badge>Inactif</Badge> : null}
        {ficheTest ? <Badge>Fiche test</Badge> : null}
      </Flex>
    ),
  };
}

const texte = (valeur: string | null): JSX.Element => <Typography>{valeur}</Typography>;

/** Guide §2.d: a partner is written to through its contact référent. */
const DU_PARTENAIRE: readonly Colonne[] = [
  {
    cle: 'contact',
    titre: 'Contact référent',
    cellule: ({ nom }) => texte(nom === '' ? 'Aucun' : nom),
  },
  { cle: 'type', titre: 'Type', cellule: ({ typePartenaire }) => texte(typePartenaire) },
  { cle: 'secteur', titre: 'Secteur', cellule: ({ secteurActivite }) => texte(secteurActivite) },
];

function colonnesOf(type: TypeDestinataire): Colonne[] {
  return [
    colonneNom(type),
    ...(type === 'entreprise_partenaire' ? DU_PARTENAIRE : []),
    {
      cle: 'email',
      titre: type === 'entrepreneur' ? 'E-mail de référence' : 'Courriel pro',
      cellule: ({ email }) => texte(email),
    },
    {
      cle: 'telephone',
      titre: 'Téléphone',
      cellule: ({ telephone }) => texte(telephone === null ? null : formatNumero(telephone)),
    },
    { cle: 'antenne', titre: 'Antenne', triable: true, cellule: ({ antenne }) => texte(antenne) },
    {
      cle: 'referent',
      titre: 'Référent',
      triable: true,
      cellule: ({ referent }) => texte(referent),
    },
  ];
}

function Table({ type, filtres }: Props & { filtres: Filtres<Cle> }): JSX.Element {
  const vue = useVueTableau({ tri: { cle: 'miens', croissant: true } });
  const etat = useServeur(useLazyListPersonnesQuery, {
    type,
    recherche: {
      ...filtres.poses,
      ...{ recherche: vue.recherche, page: vue.page, pageSize: vue.taille, tri: vue.tri.cle },
      sens: vue.tri.croissant ? 'asc' : 'desc',
    },
  });
  const { titre, unite, unites } = FAMILLES[type];
  return (
    <TableauServeur
      nom={titre}
      unite={unite}
      unites={unites}
      vue={vue}
      de={etat}
      cleOf={({ documentId }) => documentId}
      colonnes={colonnesOf(type)}
      vide={{ titre: 'Personne ne correspond : videz les filtres, ou vérifiez l’orthographe.' }}
    />
  );
}

function Recherche({ type }: Props): JSX.Element {
  const filtres = useFiltres(CLES);
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Criteres type={type} filtres={filtres} />
      <Table key={type} type={type} filtres={filtres} />
    </Flex>
  );
}

const ONGLETS = [
  { cle: 'contact_individuel', libelle: 'Contacts individuels' },
  { cle: 'entreprise_partenaire', libelle: 'Entreprises partenaires' },
] as const;

/** Guide §3: « Rechercher un entrepreneur »; the two other families share a page. */
export default function RecherchePersonnes({ type }: Props): JSX.Element {
  const navigate = useNavigate();
  if (type === 'entrepreneur') {
    return (
      <PageModule
        titre="Entrepreneurs"
        sousTitre="Ouvrez une fiche pour écrire à la personne, ou voir ce qu’elle a reçu."
        permission="fiches.consulter-historique"
        action={<NouvellePersonne type={type} />}
      >
        <Recherche type={type} />
      </PageModule>
    );
  }
  return (
    <PageModule
      titre="Contacts et partenaires"
      sousTitre="Ouvrez une fiche pour corriger ses coordonnées, ou voir ce qu’elle a reçu."
      permission="fiches.consulter-historique"
      action={<NouvellePersonne key={type} type={type} />}
    >
      <Onglets
        nom="Famille"
        onglets={ONGLETS}
        onglet={type}
        onOnglet={(choisi) => {
          navigate(FAMILLES[choisi].chemin);
        }}
      >
        <Recherche key={type} type={type} />
      </Onglets>
    </PageModule>
  );
}
