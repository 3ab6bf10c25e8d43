import { writePage, type Identite, type PagePublique } from './page';

/** What a public page sets of its answer. */
export interface ContextePublic {
  status: number;
  type: string;
  body: unknown;
  set(entete: string, valeur: string): void;
}

const ENTETES: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  // Its address opens it: no other site is told.
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
};

export function answerPage(
  ctx: ContextePublic,
  { identite, statut, page }: { identite: Identite; statut: number; page: PagePublique }
): void {
  for (const [entete, valeur] of Object.entries(ENTETES)) {
    ctx.set(entete, valeur);
  }
  ctx.status = statut;
  ctx.type = 'text/html; charset=utf-8';
  ctx.body = writePage(identite, page);
}
