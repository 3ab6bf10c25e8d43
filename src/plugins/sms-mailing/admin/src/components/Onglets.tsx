import { Badge, Box, Tabs } from '@strapi/design-system';
import type { JSX, ReactNode } from 'react';
import { formatNombre } from './texte';

export interface Onglet<C extends string = string> {
  cle: C;
  libelle: string;
  /** How many lines it holds; null while it is not known. */
  compte?: number | null;
}

interface Props<C extends string> {
  /** What they divide, for a screen reader. */
  nom: string;
  onglets: readonly Onglet<C>[];
  onglet: C;
  onOnglet: (onglet: C) => void;
  children: ReactNode;
}

/** Onglets over one content, with what each holds. */
export function Onglets<C extends string>(props: Props<C>): JSX.Element {
  const { nom, onglets, onglet, onOnglet, children } = props;
  return (
    <Tabs.Root
      variant="simple"
      value={onglet}
      onValueChange={(choisi: string) => {
        const trouve = onglets.find(({ cle }) => cle === choisi);
        if (trouve !== undefined) {
          onOnglet(trouve.cle);
        }
      }}
    >
      <Tabs.List aria-label={nom}>
        {onglets.map(({ cle, libelle, compte }) => (
          <Tabs.Trigger key={cle} value={cle}>
            {libelle}
            {compte === undefined || compte === null ? null : (
              <>
                {' '}
                <Badge>{formatNombre(compte)}</Badge>
              </>
            )}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content value={onglet}>
        <Box paddingTop={5}>{children}</Box>
      </Tabs.Content>
    </Tabs.Root>
  );
}
