import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { LignePackage } from '../../../../../core/package-sms';
import { useListJournalPackageQuery } from '../../../api/packages-sms';
import { Fenetre } from '../../../components/Fenetre';
import { Requete } from '../../../components/Requete';
import { TableHtml } from '../../../components/TableHtml';
import { formatJour, formatNombre } from '../../../components/texte';

const NATURES = { debit: 'SMS envoyés', remboursement: 'SMS rendus' } as const;

interface Props {
  lot: LignePackage;
  onFermer: () => void;
}

/** What each day took from the package, or gave back. */
export function JournalPackage({ lot, onFermer }: Props): JSX.Element {
  const journal = useListJournalPackageQuery(lot.documentId);
  return (
    <Fenetre titre={`Package du ${formatJour(lot.dateAchat)}`} onFermer={onFermer}>
      <Requete de={journal}>
        {(journees) =>
          journees.length === 0 ? (
            <Typography>Aucun SMS n’a encore été décompté sur ce package.</Typography>
          ) : (
            <TableHtml nom={`Mouvements du package du ${formatJour(lot.dateAchat)}`}>
              <thead>
                <tr>
                  <th scope="col">Jour</th>
                  <th scope="col">Mouvement</th>
                  <th scope="col">SMS</th>
                </tr>
              </thead>
              <tbody>
                {journees.map(({ jour, nature, credits }) => (
                  <tr key={`${jour} ${nature}`}>
                    <td>{formatJour(jour)}</td>
                    <td>{NATURES[nature]}</td>
                    <td>{formatNombre(credits)}</td>
                  </tr>
                ))}
              </tbody>
            </TableHtml>
          )
        }
      </Requete>
    </Fenetre>
  );
}
