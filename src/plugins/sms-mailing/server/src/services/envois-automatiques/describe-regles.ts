import type { Criteres } from '../../../../core/envoi-automatique';
import { phraseEnvoiAutomatique } from '../../../../core/phrases-envoi-automatique';
import type { RegleEnregistree, RegleStore } from '../ports/envois-automatiques';

export interface Phrases {
  /** Of all that the criteria of these rules point to, by documentId. */
  noms: Readonly<Record<string, string>>;
  phraseOf: (regle: Pick<RegleEnregistree, 'regle' | 'modeleNom'>) => string;
}

export function relationsOf({ ods, etapes, typesAction }: Criteres): string[] {
  return [...ods, ...etapes, ...typesAction];
}

/** Every rule read as a sentence, the names looked up once for all of them. */
export async function createPhrases(
  store: RegleStore,
  regles: readonly Pick<RegleEnregistree, 'regle'>[],
  heure: string
): Promise<Phrases> {
  const noms = await store.loadNoms(regles.flatMap(({ regle }) => relationsOf(regle.criteres)));
  return {
    noms,
    phraseOf: ({ regle, modeleNom }) =>
      phraseEnvoiAutomatique(regle, { modele: modeleNom, noms, heure }),
  };
}
