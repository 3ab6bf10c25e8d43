import { refuse } from '../../../../core/regle';
import type { CreditStore } from '../ports/fiches';
import type { Moteur } from '../ports/moteur';

/**
 * Guide §10: a code or an example is an SMS like another; short of credits, it is refused (decision E2).
 * `demande` in SMS. Refuses with `credit-insuffisant`.
 */
export async function checkCredit(
  {
    moteur,
    credits,
  }: { moteur: Pick<Moteur, 'parametres'>; credits: Pick<CreditStore, 'disponible'> },
  demande: number
): Promise<void> {
  const disponible = await credits.disponible();
  const { autoriserDepassement } = await moteur.parametres.read();
  if (disponible !== null && disponible < demande && !autoriserDepassement) {
    refuse('credit-insuffisant', { demande, disponible: Math.max(0, disponible) });
  }
}
