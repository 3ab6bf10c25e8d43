import { createHash } from 'node:crypto';
import type { Signet } from '../../../../../core/signet';
import type { Special } from '../../../services/ports/mise-en-page';

/** What a token stands for while HTML goes through the libraries. */
export type Contenu = { readonly signet: Signet } | { readonly special: Special };

/** Stand-ins that sanitising, inlining and conversion to text leave alone: letters and digits only. */
export interface Jetons {
  readonly write: (rang: number) => string;
  /** Alternately literal text (maybe empty) and the rank of a token. */
  readonly split: (texte: string) => (string | number)[];
}

/** `sources`: every text that will hold tokens; none can contain its own digest, hence no token already. */
export function createJetons(...sources: readonly string[]): Jetons {
  const empreinte = createHash('sha256').update(sources.join('\0')).digest('hex');
  const racine = `signetz${empreinte.slice(0, 32)}z`;
  const motif = new RegExp(`${racine}(\\d+)q`);
  return {
    write: (rang) => `${racine}${rang}q`,
    split: (texte) => texte.split(motif).map((bout, i) => (i % 2 === 0 ? bout : Number(bout))),
  };
}
