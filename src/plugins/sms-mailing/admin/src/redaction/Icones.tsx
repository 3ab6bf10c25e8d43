import type { JSX } from 'react';

const TRACES = {
  gauche: 'M3 5h14M3 10h8M3 15h11',
  centre: 'M3 5h14M6 10h8M4.5 15h11',
  droite: 'M3 5h14M9 10h8M6 15h11',
  annuler: 'M7 4 3 8l4 4M3.5 8H12a4.5 4.5 0 0 1 0 9H8',
  retablir: 'm13 4 4 4-4 4M16.5 8H8a4.5 4.5 0 0 0 0 9h4',
  colonnes: 'M3 4h6v12H3zM11 4h6v12h-6z',
  entete: 'M3 4h14v5H3zM3 12.5h14M3 16h9',
  bouton: 'M3 7h14v6H3zM7 10h6',
  trait: 'M3 10h14',
} as const;

export type NomIcone = keyof typeof TRACES;

/** Those that Strapi's set lacks, drawn to stand beside it. */
export function Icone({ nom }: { nom: NomIcone }): JSX.Element {
  return (
    <svg width="16" height="16" viewBox="0 0 20 20" fill="none" aria-hidden>
      <path d={TRACES[nom]} stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
    </svg>
  );
}
