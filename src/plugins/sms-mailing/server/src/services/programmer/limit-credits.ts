import { addTo } from './inscrire';
import type { LignePrevision, PrevisionPart } from './prevoir';

interface Payable {
  prevision: PrevisionPart;
  ligne: LignePrevision;
}

function cleOf({ ligne }: Payable): string {
  return `${ligne.actionDate ?? ''} ${ligne.actionHeure ?? ''}`;
}

function compare(a: Payable, b: Payable): number {
  const [gauche, droite] = [cleOf(a), cleOf(b)];
  if (gauche !== droite) {
    return gauche < droite ? -1 : 1;
  }
  return (a.ligne.actionId ?? 0) - (b.ligne.actionId ?? 0);
}

/**
 * The SMS of rules as the evening fills them (see `fillCredits`): in the order of their actions, as many as
 * what is left can pay. The previsions say of the others that SMS are missing. `reste` null: nothing is counted.
 */
export function limitCredits(previsions: readonly PrevisionPart[], reste: number | null): void {
  if (reste === null) {
    return;
  }
  const payables = previsions.flatMap((prevision) =>
    prevision.lignes
      .filter(({ motif, credits }) => motif === null && credits > 0)
      .map((ligne): Payable => ({ prevision, ligne }))
  );
  let cumul = 0;
  for (const { prevision, ligne } of payables.sort(compare)) {
    cumul += ligne.credits;
    if (cumul > Math.max(0, reste)) {
      prevision.recevront -= 1;
      prevision.credits -= ligne.credits;
      addTo(prevision.motifs, 'credit_sms_insuffisant', 1);
      ligne.motif = 'credit_sms_insuffisant';
      ligne.credits = 0;
    }
  }
}
