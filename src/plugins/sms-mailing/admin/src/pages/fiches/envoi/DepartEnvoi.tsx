import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import type { JSX } from 'react';
import type { DemandeEnvoi, Fiche } from '../../../api/fiches';
import { useDroits } from '../../../droits';
import { ResumeEnvoi } from './ResumeEnvoi';

interface Props {
  fiche: Fiche;
  demande: DemandeEnvoi;
  /** « Partira ce soir à 19h00 » */
  phraseDepart: string;
  onForce: (force: boolean) => void;
  /** To be confirmed. */
  onOuvrir: (demande: DemandeEnvoi) => void;
}

const BOUTONS = {
  action: 'Envoyer immédiatement aux participants',
  entrepreneur: 'Programmer l’envoi (fait de nuit)',
} as const;

/** What is still missing before the button; null: nothing. */
function phraseManque({ modeleDocumentIds, entrepreneurDocumentIds }: DemandeEnvoi): string | null {
  if (modeleDocumentIds.length === 0) {
    return 'Cochez d’abord un modèle.';
  }
  return entrepreneurDocumentIds?.length === 0 ? 'Cochez d’abord un participant.' : null;
}

/** Beside the guide's button, for who has that right. */
function Maintenant({ bloque, onClick }: { bloque: boolean; onClick: () => void }): JSX.Element {
  return (
    <Button size="L" variant="tertiary" disabled={bloque} onClick={onClick}>
      Envoyer maintenant
    </Button>
  );
}

/** Of the summary while it is counted: what follows does not move. */
const PLACE = '9.6rem';

/** The button, which stays where it is; under it, how many will leave and why not the others. */
export function DepartEnvoi(props: Props): JSX.Element {
  const { fiche, demande, phraseDepart, onForce, onOuvrir } = props;
  const droits = useDroits('fiches.envoyer-maintenant');
  const manque = phraseManque(demande);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Checkbox
        checked={!demande.force}
        onCheckedChange={(oui) => {
          onForce(oui !== true);
        }}
      >
        {fiche.genre === 'action'
          ? 'Seulement ceux qui ne l’ont pas encore reçu'
          : 'Seulement si la personne ne l’a pas déjà reçu ou programmé'}
      </Checkbox>
      <Flex gap={4} wrap="wrap">
        <Button
          size="L"
          variant="success"
          startIcon={<PaperPlane />}
          disabled={manque !== null}
          onClick={() => {
            onOuvrir(demande);
          }}
        >
          {BOUTONS[fiche.genre]}
        </Button>
        <Typography textColor="neutral600">{phraseDepart}</Typography>
        {fiche.genre === 'entrepreneur' && droits['fiches.envoyer-maintenant'] ? (
          <Maintenant
            bloque={manque !== null}
            onClick={() => {
              onOuvrir({ ...demande, maintenant: true });
            }}
          />
        ) : null}
      </Flex>
      <Box background="neutral100" padding={4} hasRadius role="status" minHeight={PLACE}>
        {manque === null ? (
          <ResumeEnvoi fiche={fiche} demande={demande} />
        ) : (
          <Typography textColor="neutral600">{manque}</Typography>
        )}
      </Box>
    </Flex>
  );
}
