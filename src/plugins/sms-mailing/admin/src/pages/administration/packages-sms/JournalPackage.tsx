import { Button, Modal, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { LignePackage } from '../../../../../core/package-sms';
import { useListJournalPackageQuery } from '../../../api/packages-sms';
import { Requete } from '../../../components/Requete';
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
    <Modal.Root open onOpenChange={onFermer}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>Package du {formatJour(lot.dateAchat)}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Requete de={journal}>
            {(journees) =>
              journees.length === 0 ? (
                <Typography>Aucun SMS n’a encore été décompté sur ce package.</Typography>
              ) : (
                <Table colCount={3} rowCount={journees.length + 1}>
                  <Thead>
                    <Tr>
                      <Th>Jour</Th>
                      <Th>Mouvement</Th>
                      <Th>SMS</Th>
                    </Tr>
                  </Thead>
                  <Tbody>
                    {journees.map(({ jour, nature, credits }) => (
                      <Tr key={`${jour} ${nature}`}>
                        <Td>{formatJour(jour)}</Td>
                        <Td>{NATURES[nature]}</Td>
                        <Td>{formatNombre(credits)}</Td>
                      </Tr>
                    ))}
                  </Tbody>
                </Table>
              )
            }
          </Requete>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onFermer}>
            Fermer
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
