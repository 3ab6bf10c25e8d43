import { Box, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { JSX } from 'react';
import type { ComptesRegle } from '../../../../../core/api/envois-automatiques';
import type { EnvoiAutomatique } from '../../../../../core/envoi-automatique';
import { HEURE_DU_SOIR } from '../../../../../core/horaire';
import {
  listAvertissements,
  phraseEnvoiAutomatique,
} from '../../../../../core/phrases-envoi-automatique';
import { PhraseEnvoi } from './PhraseEnvoi';

interface Props {
  regle: EnvoiAutomatique | null;
  modele: { nom: string; inactif: boolean };
  compte: ComptesRegle | null;
  noms: Readonly<Record<string, string>>;
  quand: string;
}

/** Read while it is being written: the rule as a sentence, whom it reaches tonight, what to mind. */
export function EnClair({ regle, modele, compte, noms, quand }: Props): JSX.Element {
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
            <PhraseEnvoi
              phrase={phraseEnvoiAutomatique(regle, {
                modele: modele.nom,
                noms,
                heure: HEURE_DU_SOIR,
              })}
              modele={modele}
              inactif={regle.inactif}
              compte={compte}
              quand={quand}
            />
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
