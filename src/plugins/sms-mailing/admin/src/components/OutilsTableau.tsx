import { Box, Searchbar, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { JSX } from 'react';

/** « Afficher N entrées »; the first is what a table opens with. */
export const TAILLES = [10, 25, 50, 100] as const;

interface RechercheProps {
  texte: string;
  onTexte: (texte: string) => void;
}

/** « Filtrer : texte recherché », above a table. */
export function Recherche({ texte, onTexte }: RechercheProps): JSX.Element {
  return (
    <Box minWidth="26rem">
      <Searchbar
        name="recherche"
        size="S"
        value={texte}
        clearLabel="Effacer la recherche"
        placeholder="Texte recherché"
        onClear={() => {
          onTexte('');
        }}
        onChange={(event) => {
          onTexte(event.target.value);
        }}
      >
        Filtrer la liste
      </Searchbar>
    </Box>
  );
}

/** « Afficher 10 entrées », under a table. */
export function Taille(props: { taille: number; onTaille: (taille: number) => void }): JSX.Element {
  const { taille, onTaille } = props;
  return (
    <Box width="20rem">
      <SingleSelect
        size="S"
        aria-label="Nombre de lignes affichées"
        value={String(taille)}
        onChange={(valeur: string | number) => {
          onTaille(Number(valeur));
        }}
      >
        {TAILLES.map((n) => (
          <SingleSelectOption key={n} value={String(n)}>
            Afficher {n} entrées
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
}
