import { Box, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { JSX } from 'react';
import type { CompteSoir } from '../../../../../core/api/envois-automatiques';
import type { EnvoiAutomatique } from '../../../../../core/envoi-automatique';
import { listAvertissements } from '../../../../../core/phrases-envoi-automatique';
import { PhraseEnvoi, type Soir } from './PhraseEnvoi';

interface Props {
  regle: EnvoiAutomatique | null;
  modele: { nom: string; inactif: boolean };
  compte: CompteSoir | null;
  soir: Soir;
}

/** Read while it is being written: the rule as a sentence, whom it reaches tonight, what to mind. */
export function EnClair({ regle, modele, compte, soir }: Props): JSX.Element {
  return (
    <Box background="primary100" padding={4} aria-live="polite">
      <Typography variant="sigma" textColor="primary700" tag="h3">
        En clair
      </Typography>
      <Flex direction="column" alignItems="stretch" gap={2} paddingTop={1}>
        {regle === null ? (
          <Typography variant="pi">
            Choisissez le type de contact, le modèle et le délai : cette phrase dira qui reçoit
            quoi, et combien de personnes.
          </Typography>
        ) : (
          <>
            <PhraseEnvoi regle={regle} modele={modele} compte={compte} soir={soir} />
            {listAvertissements(regle).map(({ cle, phrase }) => (
              <Flex key={cle} gap={2} alignItems="flex-start">
                <WarningCircle aria-hidden fill="warning600" />
                <Typography variant="pi" textColor="warning700">
                  {phrase}
                </Typography>
              </Flex>
            ))}
          </>
        )}
      </Flex>
    </Box>
  );
}
