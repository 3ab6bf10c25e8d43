import { Flex, IconButton, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import type { JSX } from 'react';

interface Props {
  page: number;
  pages: number;
  onPage: (page: number) => void;
}

/** « Page 1 sur 12 », as under the guide's tables. */
export function Pages({ page, pages, onPage }: Props): JSX.Element | null {
  if (pages <= 1) {
    return null;
  }
  return (
    <Flex gap={2} tag="nav" aria-label="Pages de la liste">
      <IconButton
        label="Page précédente"
        disabled={page <= 1}
        onClick={() => {
          onPage(page - 1);
        }}
      >
        <ChevronLeft />
      </IconButton>
      <Typography variant="pi" aria-live="polite">
        Page {page} sur {pages}
      </Typography>
      <IconButton
        label="Page suivante"
        disabled={page >= pages}
        onClick={() => {
          onPage(page + 1);
        }}
      >
        <ChevronRight />
      </IconButton>
    </Flex>
  );
}
