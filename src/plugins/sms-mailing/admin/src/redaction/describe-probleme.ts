import type { JSONContent } from '@tiptap/core';
import { suggestChemin } from '../../../core/catalogue-signets';
import { formatSignet } from '../../../core/signet';
import type { ProblemeSignet } from '../../../core/validation-signets';
import { describeSignet } from './describe-signet';

/** The nearest known signet, format and fallback kept; null when nothing is near. */
export function suggestSource(source: string): string | null {
  const { signet } = describeSignet(source);
  const chemin = suggestChemin(signet.chemin);
  return chemin === null ? null : formatSignet({ ...signet, chemin });
}

/** As it is written in the document. */
export function sourceOfProbleme({ signet }: ProblemeSignet): string {
  return formatSignet(signet);
}

function listSources(noeud: JSONContent): string[] {
  return noeud.type === 'signet'
    ? [String(noeud.attrs?.source ?? '')]
    : (noeud.content ?? []).flatMap(listSources);
}

/** The problems of the modele whose signet stands in this document. */
export function keepPresents(
  problemes: readonly ProblemeSignet[],
  document: JSONContent
): ProblemeSignet[] {
  const sources = new Set(listSources(document));
  return problemes.filter((probleme) => sources.has(sourceOfProbleme(probleme)));
}
