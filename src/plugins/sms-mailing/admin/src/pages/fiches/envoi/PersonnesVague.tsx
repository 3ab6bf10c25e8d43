import { Box, Button, Flex, VisuallyHidden } from '@strapi/design-system';
import { useState, type JSX } from 'react';
import { countGroupe } from '../../../../../core/groupe-envois';
import type { LigneVague } from '../../../../../core/api/historique';
import { useListHistoriqueQuery } from '../../../api/repertoire';
import { Requete } from '../../../components/Requete';
import { TableHtml } from '../../../components/TableHtml';
import { ActionsHistorique } from '../../../envoi/ActionsHistorique';
import { AdresseEnvoi } from '../../../envoi/AdresseEnvoi';
import { NomDestinataire } from '../../../envoi/NomDestinataire';
import { StatutEnvoi } from '../../../envoi/StatutEnvoi';

interface Props {
  id: string;
  action: string;
  toutes: boolean;
  vague: LigneVague;
}

/** As many as one page of the server may hold. */
const PAS = 100;

function Page({ page, ...props }: Props & { page: number }): JSX.Element {
  const { action, toutes, vague } = props;
  const { data, error, refetch } = useListHistoriqueQuery({
    sujet: { genre: 'action', documentId: action, toutes, vague: vague.cle },
    page: { page, pageSize: PAS },
  });
  return (
    <Requete de={{ data, error, refetch }}>
      {({ lignes }) => (
        <TableHtml nom={`Personnes de « ${vague.modele} »`}>
          <thead>
            <tr>
              <th scope="col">Personne</th>
              <th scope="col">Statut</th>
              <th scope="col">Adresse ou numéro</th>
              <th scope="col">
                <VisuallyHidden>Gestes</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {lignes.map((ligne) => (
              <tr key={ligne.documentId}>
                <td>
                  <NomDestinataire ligne={ligne} />
                </td>
                <td>
                  <StatutEnvoi ligne={ligne} />
                </td>
                <td>
                  <AdresseEnvoi ligne={ligne} />
                </td>
                <td>
                  <Flex justifyContent="flex-end" gap={1}>
                    <ActionsHistorique ligne={ligne} />
                  </Flex>
                </td>
              </tr>
            ))}
          </tbody>
        </TableHtml>
      )}
    </Requete>
  );
}

/** Who a vague was for, each with what became of it. */
export function PersonnesVague(props: Props): JSX.Element {
  const [pages, setPages] = useState(1);
  const total = countGroupe(props.vague.bilan, 'tous');
  return (
    <Box id={props.id} background="neutral100" padding={3} hasRadius>
      <Flex direction="column" alignItems="stretch" gap={3}>
        {Array.from({ length: pages }, (_, rang) => (
          <Page key={rang} {...props} page={rang + 1} />
        ))}
        {total > pages * PAS ? (
          <Button
            variant="tertiary"
            onClick={() => {
              setPages(pages + 1);
            }}
          >
            Voir les suivants
          </Button>
        ) : null}
      </Flex>
    </Box>
  );
}
