import type { Donnee } from '../../../../core/catalogue-signets';
import type { Valeurs } from '../../../../core/rendu';

/** By name, as signets ask for them, what the ledger keeps in the order of the version's `donnees`. */
export function toValeurs(donnees: readonly Donnee[], brutes: readonly (string | null)[]): Valeurs {
  const valeurs: Partial<Record<Donnee, string | null>> = {};
  for (let i = 0; i < donnees.length; i += 1) {
    const donnee = donnees[i];
    if (donnee !== undefined) {
      valeurs[donnee] = brutes[i] ?? null;
    }
  }
  return valeurs;
}
