import { Box, Button, EmptyStateLayout, Flex, Loader } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import type { JSX, ReactNode } from 'react';
import { phraseErreur } from '../api/api';

export interface EtatRequete<T> {
  data?: T | undefined;
  error?: unknown;
  refetch: () => unknown;
}

interface Props<T> {
  de: EtatRequete<T>;
  children: (donnees: T) => ReactNode;
}

function Chargement(): JSX.Element {
  return (
    <Flex justifyContent="center" padding={8} role="status">
      <Loader>Chargement…</Loader>
    </Flex>
  );
}

/** What a page shows while it asks, when it was refused, and once it knows. Stale data stay on screen. */
export function Requete<T>({ de, children }: Props<T>): JSX.Element {
  if (de.data !== undefined) {
    return <>{children(de.data)}</>;
  }
  if (de.error === undefined) {
    return <Chargement />;
  }
  return (
    <Box role="alert">
      <EmptyStateLayout
        icon={<WarningCircle width="4rem" height="4rem" />}
        content={phraseErreur(de.error)}
        action={
          <Button variant="secondary" onClick={() => void de.refetch()}>
            Réessayer
          </Button>
        }
      />
    </Box>
  );
}
