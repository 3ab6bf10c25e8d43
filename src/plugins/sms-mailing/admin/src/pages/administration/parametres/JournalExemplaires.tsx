import { Flex, Typography } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import type { PageExemplaires } from '../../../../../core/api/exemplaires';
import type { EnJson } from '../../../../../core/api/en-json';
import { LIBELLES_TYPE_DESTINATAIRE } from '../../../../../core/vocabulaire';
import { useListExemplairesQuery } from '../../../api/exemplaires';
import { Carte } from '../../../components/Carte';
import { Pages } from '../../../components/Pages';
import { Requete } from '../../../components/Requete';
import { TableHtml } from '../../../components/TableHtml';
import { formatInstant } from '../../../components/texte';

type Ligne = EnJson<PageExemplaires>['lignes'][number];

const PAR_PAGE = 10;
const TITRE = 'Journal des exemplaires';
const ISSUES = { parti: 'Parti', refuse: 'Refusé' } as const;
const TRANSPORTS = { mail: 'E-mail', sms: 'SMS' } as const;

function describeObjet({ genre, modele }: Ligne): string {
  if (genre === 'code') {
    return 'Code de vérification';
  }
  return modele === null || modele === '' ? 'Modèle sans nom' : modele;
}

function describePersonne({ personne, typeDestinataire }: Ligne): string {
  if (typeDestinataire === null) {
    return '–';
  }
  return personne ?? `${LIBELLES_TYPE_DESTINATAIRE[typeDestinataire]} (fiche supprimée)`;
}

function Lignes({ lignes }: { lignes: readonly Ligne[] }): JSX.Element {
  return (
    <TableHtml nom={TITRE}>
      <thead>
        <tr>
          <th scope="col">Demandé le</th>
          <th scope="col">Par</th>
          <th scope="col">Modèle</th>
          <th scope="col">D’après</th>
          <th scope="col">Vers</th>
          <th scope="col">Issue</th>
        </tr>
      </thead>
      <tbody>
        {lignes.map((ligne) => (
          <tr key={ligne.id}>
            <td>{formatInstant(ligne.demandeLe)}</td>
            <td>{ligne.auteur === '' ? 'Compte supprimé' : ligne.auteur}</td>
            <td style={{ whiteSpace: 'normal' }}>{describeObjet(ligne)}</td>
            <td style={{ whiteSpace: 'normal' }}>{describePersonne(ligne)}</td>
            <td>
              {TRANSPORTS[ligne.transport]} {ligne.vers}
            </td>
            <td>{ligne.issue === null ? 'Interrompu' : ISSUES[ligne.issue]}</td>
          </tr>
        ))}
      </tbody>
    </TableHtml>
  );
}

/** Decision G12: what users have had sent to themselves, and the codes that proved their addresses. */
export function JournalExemplaires(): JSX.Element {
  const [page, setPage] = useState(1);
  const journal = useListExemplairesQuery(page, { refetchOnMountOrArgChange: true });
  return (
    <Carte
      titre={TITRE}
      aide="Ce que chacun s’est fait envoyer pour essai. Rien ne s’y modifie ; les adresses y sont masquées."
    >
      <Requete de={journal}>
        {({ total, lignes }) =>
          total === 0 ? (
            <Typography>Personne ne s’est encore envoyé d’exemplaire.</Typography>
          ) : (
            <Flex direction="column" alignItems="stretch" gap={3}>
              <Lignes lignes={lignes} />
              <Pages page={page} pages={Math.ceil(total / PAR_PAGE)} onPage={setPage} />
            </Flex>
          )
        }
      </Requete>
    </Carte>
  );
}
