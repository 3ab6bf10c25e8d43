import { Box, Flex, Typography } from '@strapi/design-system';
import type { JSX } from 'react';
import type { ApercuRegle } from '../../../../../../core/api/envois-automatiques';
import type { EnvoiAutomatique } from '../../../../../../core/envoi-automatique';
import {
  listAvertissements,
  phraseEnvoiAutomatique,
} from '../../../../../../core/phrases-envoi-automatique';
import { MemeSoir } from '../MemeSoir';
import { PhraseEnvoi } from '../PhraseEnvoi';
import { Signe } from '../Signe';

interface Props {
  regle: EnvoiAutomatique | null;
  modele: { nom: string; inactif: boolean };
  /** Null: the server has not answered yet. */
  apercu: ApercuRegle | null;
  noms: Readonly<Record<string, string>>;
  quand: string;
  /** 'HH:mm' of the evening run. */
  heure: string;
  perimetre: string | null;
}

/** Read while it is being written: the rule as a sentence, whom it reaches tonight, what to mind. */
export function EnClair(props: Props): JSX.Element {
  const { regle, modele, apercu, noms, quand, heure, perimetre } = props;
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
                heure,
              })}
              modele={modele}
              inactif={regle.inactif}
              compte={apercu?.ceSoir ?? null}
              quand={quand}
              perimetre={perimetre}
            />
            {listAvertissements(regle).map(({ cle, phrase }) => (
              <Flex key={cle} gap={2} alignItems="flex-start">
                <Signe aria-hidden fill="warning600" />
                <Typography variant="pi" textColor="neutral800">
                  {phrase}
                </Typography>
              </Flex>
            ))}
            <MemeSoir rencontres={apercu?.memeSoir ?? []} quand={quand} />
          </>
        )}
      </Flex>
    </Box>
  );
}
