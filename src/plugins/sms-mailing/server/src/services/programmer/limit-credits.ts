import { addTo } from './inscrire';
import type { LignePrevision, PrevisionPart } from './prevoir';

/** What places a message of a rule in the order in which the SMS left are shared. */
export interface Payable {
  actionId: number | null;
  actionDate: string | null;
  actionHeure: string | null;
  credits: number;
}

function cleOf({ actionDate, actionHeure }: Payable): string {
  return `${actionDate ?? ''} ${actionHeure ?? ''}`;
}

function compare(a: Payable, b: Payable): number {
  const [gauche, droite] = [cleOf(a), cleOf(b)];
  if (gauche !== droite) {
    return gauche < droite ? -1 : 1;
  }
  return (a.actionId ?? 0) - (b.actionId ?? 0);
}

/** Those that `reste` cannot pay, in the order of their actions, as the evening fills them (see `fillCredits`). */
export function findImpayables<T extends Payable>(payables: readonly T[], reste: number): T[] {
  let cumul = 0;
  return [...payables].sort(compare).filter(({ credits }) => {
    cumul += credits;
    return cumul > Math.max(0, reste);
  });
}

/**
 * The SMS of rules as the evening fills them: in the order of their actions, as many as what is left can pay.
 * The previsions say of the others that SMS are missing. `reste` null: nothing is counted.
 */
export function limitCredits(previsions: readonly PrevisionPart[], reste: number | null): void {
  if (reste === null) {
    return;
  }
  const payables = previsions.flatMap((prevision) =>
    prevision.lignes
      .filter(({ motif, credits }) => motif === null && credits > 0)
      .map((ligne): Payable & { prevision: PrevisionPart; ligne: LignePrevision } => ({
        ...{ prevision, ligne, credits: ligne.credits, actionId: ligne.actionId },
        ...{ actionDate: ligne.actionDate, actionHeure: ligne.actionHeure },
      }))
  );
  for (const { prevision, ligne } of findImpayables(payables, reste)) {
    prevision.recevront -= 1;
    prevision.credits -= ligne.credits;
    addTo(prevision.motifs, 'credit_sms_insuffisant', 1);
    ligne.motif = 'credit_sms_insuffisant';
    ligne.credits = 0;
  }
}
