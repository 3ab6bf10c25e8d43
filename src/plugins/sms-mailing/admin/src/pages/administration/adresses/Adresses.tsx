import { Button, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import { formatNumero } from '../../../../../core/affiche-numero';
import {
  defautAdresseSchema,
  LIBELLES_DEFAUT,
  phraseDefaut,
  type AdresseACorriger,
  type PageAdresses,
} from '../../../../../core/api/adresses';
import { useLazyListAdressesQuery } from '../../../api/adresses';
import { BoutonTelecharger } from '../../../components/BoutonTelecharger';
import { Onglets, type Onglet } from '../../../components/Onglets';
import { PageModule } from '../../../components/PageModule';
import { TableauServeur, type ColonneServeur } from '../../../components/TableauServeur';
import { formatDate, formatJour } from '../../../components/texte';
import { useFiltres } from '../../../components/useFiltres';
import { useServeur } from '../../../components/useServeur';
import { useVueTableau } from '../../../components/useVueTableau';
import { LienFiche } from '../../fiches/LienFiche';
import { FAMILLES } from '../../fiches/personnes/familles';
import { ActionsAdresse } from './ActionsAdresse';

const LIGNES = { whiteSpace: 'normal' } as const;
const COUPEE = { ...LIGNES, overflowWrap: 'anywhere' } as const;

function Personne(ligne: AdresseACorriger): JSX.Element {
  const { typeDestinataire, documentId, nom, raisonSociale, telephone } = ligne;
  return (
    <Flex direction="column" alignItems="flex-start">
      <LienFiche vers={`${FAMILLES[typeDestinataire].chemin}/${documentId}/coordonnees`}>
        {nom}
      </LienFiche>
      {raisonSociale === null ? null : (
        <Typography variant="pi" textColor="neutral600" style={LIGNES}>
          {raisonSociale}
        </Typography>
      )}
      {telephone === null ? null : <Typography>{formatNumero(telephone)}</Typography>}
    </Flex>
  );
}

function Adresse(ligne: AdresseACorriger): JSX.Element {
  return (
    <Flex direction="column" alignItems="flex-start">
      {ligne.adresse === null ? null : <Typography style={COUPEE}>{ligne.adresse}</Typography>}
      <Typography variant="pi" textColor="danger600" style={COUPEE}>
        {phraseDefaut(ligne, formatDate)}
      </Typography>
    </Flex>
  );
}

function ProchaineAction({ action }: AdresseACorriger): JSX.Element {
  if (action === null) {
    return <Typography textColor="neutral600">–</Typography>;
  }
  return (
    <Flex direction="column" alignItems="flex-start">
      <LienFiche vers={`/actions/${action.documentId}`}>
        {formatJour(action.date)}
        {action.heure === null ? '' : ` à ${action.heure}`}
      </LienFiche>
      <Typography variant="pi" textColor="neutral600" style={LIGNES}>
        {action.objet}
      </Typography>
    </Flex>
  );
}

const COLONNES: readonly ColonneServeur<AdresseACorriger>[] = [
  { cle: 'personne', titre: 'Personne et téléphone', cellule: Personne },
  { cle: 'adresse', titre: 'Adresse et raison', cellule: Adresse },
  {
    cle: 'referent',
    titre: 'Référent',
    cellule: ({ referent }) => <Typography style={LIGNES}>{referent ?? '–'}</Typography>,
  },
  { cle: 'action', titre: 'Prochaine action', cellule: ProchaineAction },
];

const CLES = ['defaut', 'fiche'] as const;
type CleOnglet = AdresseACorriger['defaut'] | 'toutes';

function listOnglets(comptes: PageAdresses['comptes'] | undefined): Onglet<CleOnglet>[] {
  const total = comptes && Object.values(comptes).reduce((somme, nombre) => somme + nombre, 0);
  return [
    { cle: 'toutes', libelle: 'Toutes', compte: total ?? null },
    ...defautAdresseSchema.options.map((cle) => ({
      cle,
      libelle: `${LIBELLES_DEFAUT[cle]}s`,
      compte: comptes?.[cle] ?? null,
    })),
  ];
}

/** Docs/adr/0031: who cannot be written to by e-mail because of an address, and what is needed to ask for another. */
export default function Adresses(): JSX.Element {
  const { valeurs, poses, change } = useFiltres(CLES);
  const vue = useVueTableau({ tri: { cle: 'personne', croissant: true } });
  const filtres = { ...poses, recherche: vue.recherche };
  const etat = useServeur(useLazyListAdressesQuery, {
    ...filtres,
    ...{ page: vue.page, pageSize: vue.taille },
  });
  const onglet = defautAdresseSchema.safeParse(valeurs.defaut).data ?? 'toutes';
  return (
    <PageModule
      titre="Adresses à corriger"
      sousTitre="Les adresses e-mail où rien n’arrive, et comment joindre ces personnes pour en demander une autre."
      permission="fiches.consulter-historique"
      action={
        <BoutonTelecharger
          adresse={`/adresses-a-corriger-csv?${new URLSearchParams(filtres).toString()}`}
          nom="adresses-a-corriger.csv"
        >
          Exporter
        </BoutonTelecharger>
      }
    >
      {valeurs.fiche === '' ? null : (
        <Flex gap={3} paddingBottom={4}>
          <Typography>La liste ne montre qu’une personne.</Typography>
          <Button
            variant="tertiary"
            size="S"
            onClick={() => {
              change({ fiche: '' });
            }}
          >
            Voir toutes les adresses
          </Button>
        </Flex>
      )}
      <Onglets<CleOnglet>
        nom="Défauts"
        onglets={listOnglets(etat.data?.comptes)}
        onglet={onglet}
        onOnglet={(cle) => {
          change({ defaut: cle === 'toutes' ? '' : cle });
        }}
      >
        <TableauServeur
          nom="Adresses à corriger"
          unite="adresse"
          vue={vue}
          de={etat}
          cleOf={({ typeDestinataire, documentId, composantId }: AdresseACorriger) =>
            `${typeDestinataire}-${documentId}-${String(composantId)}`
          }
          colonnes={COLONNES}
          actions={(ligne: AdresseACorriger) => <ActionsAdresse ligne={ligne} />}
          vide={{ titre: 'Rien à corriger ici : toutes les adresses peuvent servir.' }}
        />
      </Onglets>
    </PageModule>
  );
}
