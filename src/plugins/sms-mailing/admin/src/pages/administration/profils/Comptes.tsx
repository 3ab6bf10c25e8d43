import { Box, Flex, IconButton, Link, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useState, type JSX } from 'react';
import { NavLink } from 'react-router-dom';
import type { Comptes as ComptesLus, LigneCompte } from '../../../../../core/api/profils';
import { useListComptesQuery } from '../../../api/profils';
import { Requete } from '../../../components/Requete';
import { Tableau, type ColonneTableau } from '../../../components/Tableau';
import { formatJour } from '../../../components/texte';
import { Rattachement } from './Rattachement';

type Ligne = LigneCompte & { documentId: string; lieux: string };

function describeRemplacement({ remplacement }: LigneCompte): string[] {
  return remplacement === null
    ? []
    : [
        `remplacé(e) par ${remplacement.nom} du ${formatJour(remplacement.du)} au ${formatJour(remplacement.au)}`,
      ];
}

function describeLieux(compte: LigneCompte, { antennes, equipes }: ComptesLus): string {
  const noms = (connus: ComptesLus['antennes'], ids: readonly number[], quoi: string): string[] =>
    connus.flatMap(({ id, nom }) => (ids.includes(id) ? [`${quoi} ${nom}`] : []));
  return [
    ...(compte.intervenant === null ? [] : [compte.intervenant]),
    ...noms(antennes, compte.antenneIds, 'antenne'),
    ...noms(equipes, compte.equipeIds, 'équipe'),
    ...describeRemplacement(compte),
  ].join(' ; ');
}

const COLONNES: ColonneTableau<Ligne>[] = [
  {
    cle: 'nom',
    titre: 'Utilisateur',
    valeur: ({ nom }) => nom,
    cellule: ({ nom, email, documentId, actif }) => (
      <Flex direction="column" alignItems="flex-start">
        <Link tag={NavLink} to={`comptes/${documentId}`}>
          {nom}
        </Link>
        <Typography variant="pi" textColor="neutral600">
          {actif ? email : `${email} (désactivé)`}
        </Typography>
      </Flex>
    ),
  },
  { cle: 'profils', titre: 'Profils', valeur: ({ profils }) => profils.join(', ') },
  {
    cle: 'lieux',
    titre: 'Rattaché à',
    valeur: ({ lieux }) => lieux,
    cellule: ({ lieux, alerte }) => (
      <Flex direction="column" alignItems="flex-start" style={{ whiteSpace: 'normal' }}>
        <Typography>{lieux === '' ? '–' : lieux}</Typography>
        {alerte === null ? null : (
          <Typography variant="pi" textColor="danger600">
            {alerte}
          </Typography>
        )}
      </Flex>
    ),
  },
];

/** Decision G17: the antennes and équipes of an account are its own, and those of the intervenant it is. */
export function Comptes({ peutGerer }: { peutGerer: boolean }): JSX.Element {
  const comptes = useListComptesQuery(undefined);
  const [ouvert, setOuvert] = useState<LigneCompte | null>(null);
  return (
    <Flex tag="section" direction="column" alignItems="stretch" gap={4} aria-label="Utilisateurs">
      <Box>
        <Typography tag="h2" variant="beta">
          Utilisateurs
        </Typography>
        <Typography textColor="neutral600">
          Ouvrez un nom pour voir ce qu’il peut vraiment faire. Son profil se donne dans «
          Paramètres », à gauche.
        </Typography>
      </Box>
      <Requete de={comptes}>
        {(lus) => (
          <Tableau
            nom="Utilisateurs et leur rattachement"
            unite="utilisateur"
            lignes={lus.comptes.map((compte) => ({
              ...compte,
              documentId: String(compte.id),
              lieux: describeLieux(compte, lus),
            }))}
            colonnes={COLONNES}
            tri={{ cle: 'nom', croissant: true }}
            alerte={({ alerte }) => alerte !== null}
            {...(peutGerer
              ? {
                  actions: (compte: Ligne) => (
                    <IconButton
                      label={`Rattachement et remplacement de ${compte.nom}`}
                      variant="ghost"
                      onClick={() => {
                        setOuvert(compte);
                      }}
                    >
                      <Pencil />
                    </IconButton>
                  ),
                }
              : {})}
            vide={{ titre: 'Aucun utilisateur.' }}
          />
        )}
      </Requete>
      {ouvert === null || comptes.data === undefined ? null : (
        <Rattachement
          compte={ouvert}
          lieux={comptes.data}
          onFermer={() => {
            setOuvert(null);
          }}
        />
      )}
    </Flex>
  );
}
