import { refuse } from '../../../../core/regle';
import type { Atelier } from '../../adapters/sql/programmer/programmes';
import type { Demande, ProgrammationModele } from './demande';

/** Guide §10, « environ »: beyond so much more than the window announced, the click is asked again. */
const TOLERANCE = 1.05;

const sumCredits = (ecrites: readonly ProgrammationModele[]): number =>
  ecrites.reduce((somme, { credits }) => somme + credits, 0);

/**
 * Decision E2, for a click: all or nothing. The credits are held by lines already written; the lock is taken
 * last, and whatever is refused here takes the whole transaction back.
 */
export async function holdCredits(
  atelier: Atelier,
  ecrites: readonly ProgrammationModele[],
  {
    creditsLus,
    autoriserDepassement,
  }: Pick<Demande, 'creditsLus'> & { autoriserDepassement: boolean }
): Promise<void> {
  const demande = sumCredits(ecrites);
  if (demande === 0) {
    return;
  }
  if (creditsLus !== null && demande > creditsLus * TOLERANCE) {
    refuse('credits-plus-nombreux', { demande, lus: creditsLus });
  }
  if (autoriserDepassement) {
    return;
  }
  await atelier.lockCredits();
  const reste = await atelier.readReste();
  if (reste !== null && reste < 0) {
    refuse('credit-insuffisant', { demande, disponible: Math.max(0, reste + demande) });
  }
}

/**
 * For the rules: in the order of their actions, as many as what is left can pay; the others are exclus with
 * their reason. Answers how many were.
 */
export async function fillCredits(
  atelier: Atelier,
  ecrites: readonly ProgrammationModele[],
  {
    confirmation,
    autoriserDepassement,
    now,
  }: { confirmation: string; autoriserDepassement: boolean; now: Date }
): Promise<number> {
  const demande = sumCredits(ecrites);
  if (demande === 0 || autoriserDepassement) {
    return 0;
  }
  await atelier.lockCredits();
  const reste = await atelier.readReste();
  return reste === null || reste >= 0
    ? 0
    : atelier.excludeBeyond(confirmation, reste + demande, now);
}
