import type { Application } from '../compose';
import { writePage, type PagePublique } from './page';

/** What a public page reads of its request, and sets of its answer. */
export interface ContextePublic {
  params: { jeton?: string };
  request: { ip: string; body?: unknown };
  /** The application reads no body before it is asked (src/doors/limit-bodies.ts). */
  state: { readBody: () => Promise<unknown> };
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

/** In the name and colour of the association. */
export async function answerWith(
  ctx: ContextePublic,
  app: Pick<Application, 'readIdentite'>,
  [statut, page]: [number, PagePublique]
): Promise<void> {
  for (const [entete, valeur] of Object.entries(ENTETES)) {
    ctx.set(entete, valeur);
  }
  ctx.status = statut;
  ctx.type = 'text/html; charset=utf-8';
  ctx.body = writePage(await app.readIdentite(), page);
}
