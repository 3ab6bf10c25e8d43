import { Box, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef, type JSX } from 'react';
import { styled } from 'styled-components';
import type { EntreeCatalogue } from '../../../core/catalogue-signets';
import { groupByTheme } from './describe-signet';

interface Props {
  id: string;
  entrees: readonly EntreeCatalogue[];
  /** Rank of the line that Enter takes; null: none is shown active. */
  actif: number | null;
  onChoose: (entree: EntreeCatalogue) => void;
}

const Ligne = styled.div<{ $actif: boolean }>`
  display: flex;
  gap: 16px;
  justify-content: space-between;
  align-items: baseline;
  padding: 6px 12px;
  border-radius: 4px;
  cursor: pointer;
  background: ${({ theme, $actif }) => ($actif ? theme.colors.primary100 : 'transparent')};

  &:hover {
    background: ${({ theme }) => theme.colors.primary100};
  }
`;

export function optionId(id: string, rang: number): string {
  return `${id}-${String(rang)}`;
}

function Option(props: {
  id: string;
  entree: EntreeCatalogue;
  actif: boolean;
  onChoose: (entree: EntreeCatalogue) => void;
}): JSX.Element {
  const { id, entree, actif, onChoose } = props;
  const ligne = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (actif) {
      ligne.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [actif]);

  return (
    <Ligne
      ref={ligne}
      id={id}
      role="option"
      aria-selected={actif}
      title={`\${${entree.chemin}}`}
      $actif={actif}
      // The editor keeps the focus, hence its cursor.
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      onClick={() => {
        onChoose(entree);
      }}
    >
      <Typography>{entree.libelle}</Typography>
      <Typography variant="pi" textColor="neutral600" ellipsis>
        {entree.exemple}
      </Typography>
    </Ligne>
  );
}

/** Entries of the catalogue under their themes, each with what it would write. */
export function ListeEntrees({ id, entrees, actif, onChoose }: Props): JSX.Element {
  if (entrees.length === 0) {
    return (
      <Box padding={4}>
        <Typography textColor="neutral600">Aucun signet ne correspond.</Typography>
      </Box>
    );
  }
  const rangs = new Map(entrees.map((entree, rang) => [entree.chemin, rang]));
  return (
    <Box id={id} role="listbox" aria-label="Signets disponibles" padding={1}>
      {groupByTheme(entrees).map(([theme, groupe]) => (
        <Flex
          key={theme}
          role="group"
          aria-label={theme}
          direction="column"
          alignItems="stretch"
          paddingBottom={2}
        >
          <Box paddingLeft={3} paddingTop={2} paddingBottom={1}>
            <Typography variant="sigma" textColor="neutral600" aria-hidden>
              {theme}
            </Typography>
          </Box>
          {groupe.map((entree) => {
            const rang = rangs.get(entree.chemin) ?? 0;
            return (
              <Option
                key={entree.chemin}
                id={optionId(id, rang)}
                entree={entree}
                actif={rang === actif}
                onChoose={onChoose}
              />
            );
          })}
        </Flex>
      ))}
    </Box>
  );
}
