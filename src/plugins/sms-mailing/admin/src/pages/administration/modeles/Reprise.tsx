import { Alert, Button, Flex } from '@strapi/design-system';
import type { JSX } from 'react';
import { formatInstant } from '../../../components/texte';
import type { Garde } from '../../../../../core/garde-brouillon';

interface Props {
  trouvee: Garde;
  onReprendre: () => void;
  onOublier: () => void;
}

/** A text that a session took away with it: the person says whether it comes back. */
export function Reprise({ trouvee, onReprendre, onOublier }: Props): JSX.Element {
  return (
    <Alert
      title="Un texte non enregistré a été retrouvé."
      closeLabel="Oublier ce texte"
      onClose={onOublier}
      action={
        <Flex gap={2} paddingTop={2}>
          <Button size="S" onClick={onReprendre}>
            Reprendre ce texte
          </Button>
          <Button size="S" variant="tertiary" onClick={onOublier}>
            L’oublier
          </Button>
        </Flex>
      }
    >
      Saisi le {formatInstant(new Date(trouvee.le).toISOString())} sur cet ordinateur. Les fichiers
      joints pendant cette saisie sont à joindre de nouveau.
    </Alert>
  );
}
