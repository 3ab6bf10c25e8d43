import { Button, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { JSX, ReactNode } from 'react';
import type { MalEcrit } from '../../../core/validation-modele';
import type { ProblemeSignet } from '../../../core/validation-signets';
import { sourceOfProbleme } from './describe-probleme';
import { describeSignet } from './describe-signet';

interface Props {
  problemes: readonly ProblemeSignet[];
  malEcrits: readonly MalEcrit[];
  lectureSeule: boolean;
  onRemplacer: (source: string, par: string) => void;
}

function Ligne({ bloquant, children }: { bloquant: boolean; children: ReactNode }): JSX.Element {
  const couleur = bloquant ? 'danger' : 'warning';
  return (
    <Flex
      tag="li"
      gap={3}
      alignItems="flex-start"
      padding={3}
      hasRadius
      background={`${couleur}100`}
    >
      <WarningCircle aria-hidden fill={`${couleur}600`} style={{ flexShrink: 0, marginTop: 2 }} />
      <Flex direction="column" alignItems="flex-start" gap={2}>
        {children}
      </Flex>
    </Flex>
  );
}

function Probleme(props: {
  probleme: ProblemeSignet;
  lectureSeule: boolean;
  onRemplacer: Props['onRemplacer'];
}): JSX.Element {
  const { probleme, lectureSeule, onRemplacer } = props;
  const { suggestion, message, bloquant } = probleme;
  return (
    <Ligne bloquant={bloquant}>
      <Typography variant="pi" textColor={bloquant ? 'danger700' : 'neutral800'}>
        {message}
      </Typography>
      {suggestion === null || lectureSeule ? null : (
        <Button
          size="S"
          variant="tertiary"
          onClick={() => {
            onRemplacer(sourceOfProbleme(probleme), suggestion);
          }}
        >
          Remplacer par « {describeSignet(suggestion).libelle} »
        </Button>
      )}
    </Ligne>
  );
}

/** What is wrong with the signets of this text, under it, each with its remedy. */
export function ProblemesDuTexte({
  problemes,
  malEcrits,
  lectureSeule,
  onRemplacer,
}: Props): JSX.Element | null {
  if (problemes.length + malEcrits.length === 0) {
    return null;
  }
  return (
    <div role="status">
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {malEcrits.map(({ phrase }) => (
          <Ligne key={phrase} bloquant>
            <Typography variant="pi" textColor="danger700">
              {phrase}
            </Typography>
          </Ligne>
        ))}
        {problemes.map((probleme) => (
          <Probleme
            key={`${probleme.code} ${sourceOfProbleme(probleme)}`}
            probleme={probleme}
            lectureSeule={lectureSeule}
            onRemplacer={onRemplacer}
          />
        ))}
      </Flex>
    </div>
  );
}
