import { Box, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { PageVue } from '../../../../../core/api/profils';
import { Carte } from '../../../components/Carte';
import { TableHtml } from '../../../components/TableHtml';
import { formatNombre } from '../../../components/texte';

function describeReste({ total, premiers }: PageVue): string {
  const autres = (total ?? 0) - premiers.length;
  return premiers.length === 0 || autres <= 0 ? '' : `, et ${formatNombre(autres)} de plus`;
}

/** « Voir comme », read-only: what each page would show, without being them. */
export function VoirComme({ nom, pages }: { nom: string; pages: readonly PageVue[] }): JSX.Element {
  return (
    <Carte
      titre={`Voir comme ${nom}`}
      aide="Ce que chaque page lui montrerait maintenant : combien, et les premiers de la liste. Rien ne se fait en son nom."
    >
      <TableHtml nom="Ce que chaque page lui montrerait">
        <thead>
          <tr>
            <th scope="col">Page</th>
            <th scope="col">Combien</th>
            <th scope="col">Les premiers</th>
          </tr>
        </thead>
        <tbody>
          {pages.map((vue) => (
            <tr key={vue.page}>
              <td>
                <Typography>{vue.page}</Typography>
              </td>
              <td>
                <Typography>{vue.total === null ? '–' : formatNombre(vue.total)}</Typography>
              </td>
              <td>
                <Box style={{ whiteSpace: 'normal' }}>
                  <Typography {...(vue.raison === null ? {} : { textColor: 'neutral600' })}>
                    {vue.raison ?? `${vue.premiers.join(', ')}${describeReste(vue)}`}
                  </Typography>
                </Box>
              </td>
            </tr>
          ))}
        </tbody>
      </TableHtml>
    </Carte>
  );
}
