import type { ReglagesRendu } from '../../../../core/reglages-rendu';
import { refuse } from '../../../../core/regle';
import type { CreditStore } from '../ports/fiches';
import type { VersionStore } from '../ports/modeles';
import type { ParametresStore } from '../ports/moteur';
import { compileRendre } from '../rendre/compile-rendre';

export interface ReserveCreditsDeps {
  credits: CreditStore;
  versions: VersionStore;
  parametres: ParametresStore;
  readReglagesRendu: () => Promise<ReglagesRendu>;
}

const TAILLE = 1_000;

/** What each of these SMS will cost its destinataire's own text; a batch at a time, memory stays flat. */
async function countCredits(
  deps: ReserveCreditsDeps,
  modeleId: number,
  ids: readonly number[]
): Promise<number> {
  const version = await deps.versions.loadCourante(modeleId);
  if (version === null) {
    return 0;
  }
  const { donnees } = version.contenu;
  const rendre = compileRendre(version, await deps.readReglagesRendu());
  let total = 0;
  for (let debut = 0; debut < ids.length; debut += TAILLE) {
    const lignes = await deps.credits.readProgrammes(ids.slice(debut, debut + TAILLE), donnees);
    const comptes = lignes.map(({ id, adresse, valeurs }) => ({
      id,
      credits: adresse === null ? 0 : rendre(valeurs).credits,
    }));
    await deps.credits.writeCredits(comptes);
    total += comptes.reduce((somme, { credits }) => somme + credits, 0);
  }
  return total;
}

/**
 * Guide §10, decision E2: the SMS just programmed hold back their credits. Short of them, the whole request
 * is taken back and refused with the figures, unless the setting allows an overdraft.
 */
export async function reserveCredits(
  deps: ReserveCreditsDeps,
  modeleId: number,
  ids: readonly number[]
): Promise<number> {
  const parametres = await deps.parametres.read();
  const demande = await countCredits(deps, modeleId, ids);
  const reste = await deps.credits.disponible();
  if (reste !== null && reste < 0 && !parametres.autoriserDepassement) {
    await deps.credits.deleteProgrammes(ids);
    refuse('credit-insuffisant', {
      demande,
      disponible: Math.max(0, reste + demande),
    });
  }
  return demande;
}
