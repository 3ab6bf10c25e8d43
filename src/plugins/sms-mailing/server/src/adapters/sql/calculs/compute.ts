import { calculeLigne, type TableCalculee } from '../../../../../core/colonnes-calculees';
import type { Empreinteur } from '../../../services/ports/calculs';
import { MARQUE, marqueOf } from './marque';

type Ligne = Readonly<Record<string, unknown>>;

export interface Compute {
  /** From a whole row: its sources cleaned, its columns computed, its mark. */
  compute: (ligne: Ligne) => Record<string, unknown>;
  /** The addresses that these rows bear, in their one form. */
  listAdresses: () => readonly string[];
}

export function createCompute(table: TableCalculee, empreinteur: Empreinteur): Compute {
  const adresses = new Set<string>();
  const outils = {
    empreinte(adresse: string): string {
      adresses.add(adresse);
      return empreinteur.empreinte(adresse);
    },
  };
  return {
    compute(ligne) {
      const calculee = calculeLigne(table, ligne, outils);
      return {
        ...calculee,
        [MARQUE]: marqueOf(table, empreinteur.cle, { ...ligne, ...calculee }),
      };
    },
    listAdresses: () => [...adresses],
  };
}
