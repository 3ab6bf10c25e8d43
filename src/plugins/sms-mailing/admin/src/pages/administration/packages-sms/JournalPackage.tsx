import { Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { LignePackage } from '../../../../../core/package-sms';
import type { LigneJournalPackage } from '../../../../../core/suivi-packages';
import { useListJournalPackageQuery } from '../../../api/packages-sms';
import { Fenetre } from '../../../components/Fenetre';
import { Requete } from '../../../components/Requete';
import { TableHtml } from '../../../components/TableHtml';
import { formatJour, formatNombre } from '../../../components/texte';

const NATURES = { debit: 'SMS envoyés', remboursement: 'SMS rendus' } as const;

/** « +9 », « −4 »: what a correction did to « consommés ». */
const SIGNE = new Intl.NumberFormat('fr-FR', { signDisplay: 'always' });

function describeMouvement(ligne: LigneJournalPackage): string {
  return ligne.nature === 'correction'
    ? `Correction${ligne.auteur === '' ? '' : ` de ${ligne.auteur}`} : ${ligne.raison}`
    : NATURES[ligne.nature];
}

interface Props {
  lot: LignePackage;
  onFermer: () => void;
}

/** What each day took from the package, or gave back, and each correction with who and why. */
export function JournalPackage({ lot, onFermer }: Props): JSX.Element {
  const journal = useListJournalPackageQuery(lot.documentId);
  return (
    <Fenetre titre={`Package du ${formatJour(lot.dateAchat)}`} onFermer={onFermer}>
      <Requete de={journal}>
        {(lignes) =>
          lignes.length === 0 ? (
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
                {lignes.map((ligne, rang) => (
                  <tr key={rang}>
                    <td>{formatJour(ligne.jour)}</td>
                    <td style={{ whiteSpace: 'normal' }}>{describeMouvement(ligne)}</td>
                    <td>
                      {ligne.nature === 'correction'
                        ? SIGNE.format(ligne.credits)
                        : formatNombre(ligne.credits)}
                    </td>
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
