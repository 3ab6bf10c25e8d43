import type { Donnee } from '../../../../core/catalogue-signets';
import type { ReglagesRendu } from '../../../../core/reglages-rendu';
import type { Valeurs } from '../../../../core/rendu';

/** An answer's link is kept as its token; the example of the catalogue is whole. */
function completeLien(brut: string | null, adresseReponse: string): string | null {
  return brut === null || brut.startsWith('https://') ? brut : `${adresseReponse}${brut}`;
}

/** By name, as signets ask for them, what the ledger keeps in the order of the version's `donnees`. */
export function toValeurs(
  donnees: readonly Donnee[],
  brutes: readonly (string | null)[],
  { adresseReponse }: Pick<ReglagesRendu, 'adresseReponse'>
): Valeurs {
  const valeurs: Partial<Record<Donnee, string | null>> = {};
  for (let i = 0; i < donnees.length; i += 1) {
    const donnee = donnees[i];
    if (donnee !== undefined) {
      const brut = brutes[i] ?? null;
      valeurs[donnee] =
        donnee === 'action.lien_confirmation' ? completeLien(brut, adresseReponse) : brut;
    }
  }
  return valeurs;
}
