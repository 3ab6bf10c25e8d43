import { localDate } from '../../../../core/horaire';
import { refuse } from '../../../../core/regle';
import type { RegleStore, SoireeStore } from '../ports/envois-automatiques';

export interface ExecuteMaintenantDeps {
  regles: RegleStore;
  soirees: SoireeStore;
  zone: string;
}

/**
 * Guide §6.d « Envoi test », decision E8: plans one rule for today now, with the keys of the evening, so
 * that 19h repeats nothing. The envois leave at once.
 */
export async function executeMaintenant(
  deps: ExecuteMaintenantDeps,
  regleDocumentId: string,
  now: Date
): Promise<number> {
  const regle = await deps.regles.read(regleDocumentId);
  if (regle === null) {
    refuse('regle-introuvable');
  }
  if (regle.regle.inactif || regle.modeleInactif) {
    refuse('regle-inactive');
  }
  const soir = localDate(now, deps.zone);
  return deps.soirees.planRegle(regle.id, { soir, depart: now, retarde: false, now });
}
