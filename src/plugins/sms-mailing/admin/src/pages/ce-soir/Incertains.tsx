import { Button, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { LigneHistorique } from '../../../../core/api/historique';
import { useListIncertainsQuery, useSettleIncertainMutation } from '../../api/soiree';
import { Carte } from '../../components/Carte';
import { TableHtml } from '../../components/TableHtml';
import { formatInstant, pluralize } from '../../components/texte';
import { useAction } from '../../components/useAction';
import { useDroits } from '../../droits';

function Ligne({ ligne }: { ligne: LigneHistorique }): JSX.Element {
  const [settle] = useSettleIncertainMutation();
  const run = useAction();
  const { documentId, destinataire, modele, detail, adresse, prevuLe } = ligne;
  return (
    <tr>
      <td>
        <Typography fontWeight="semiBold">{destinataire}</Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {adresse ?? ''}
        </Typography>
      </td>
      <td>
        <Typography>{modele}</Typography>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {formatInstant(prevuLe)}
          {detail === null ? '' : ` · ${detail}`}
        </Typography>
      </td>
      <td>
        <Flex gap={2} justifyContent="flex-end">
          <Button
            size="S"
            variant="tertiary"
            aria-label={`Considérer comme envoyé à ${destinataire}`}
            onClick={() =>
              void run(settle({ documentId, decision: 'envoye' }), 'Considéré comme envoyé.')
            }
          >
            Considérer comme envoyé
          </Button>
          <Button
            size="S"
            variant="tertiary"
            aria-label={`Renvoyer à ${destinataire}`}
            onClick={() =>
              void run(
                settle({ documentId, decision: 'renvoyer' }),
                `Le message repart à ${destinataire}.`
              )
            }
          >
            Renvoyer
          </Button>
        </Flex>
      </td>
    </tr>
  );
}

function Liste(): JSX.Element | null {
  const { data = [] } = useListIncertainsQuery(undefined);
  if (data.length === 0) {
    return null;
  }
  return (
    <Carte
      titre={pluralize(data.length, 'envoi incertain à décider', 'envois incertains à décider')}
      aide="Le serveur n’a pas répondu : ces messages ont peut-être été reçus. Renvoyés, ils pourraient arriver deux fois."
    >
      <TableHtml nom="Envois incertains">
        <thead>
          <tr>
            <th scope="col">Destinataire</th>
            <th scope="col">Message</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {data.map((ligne) => (
            <Ligne key={ligne.documentId} ligne={ligne} />
          ))}
        </tbody>
      </TableHtml>
    </Carte>
  );
}

/** What only a person may decide (docs/adr/0005); for who has that right. */
export function Incertains(): JSX.Element | null {
  const { 'envois.trancher-incertains': permis } = useDroits('envois.trancher-incertains');
  return permis ? <Liste /> : null;
}
