import { refuse } from '../../../../core/regle';
import type { RegleStore } from '../ports/envois-automatiques';
import type { ModeleStore } from '../ports/modeles';
import { saveEnvoiAutomatique } from './save-envoi-automatique';

/** A copy to change, inactive: two equal rules would write twice to the same persons. */
export async function duplicateEnvoiAutomatique(
  regles: RegleStore,
  documentId: string,
  now: Date
): Promise<string> {
  const originale = await regles.read(documentId);
  if (originale === null) {
    refuse('regle-introuvable');
  }
  return regles.save(null, { ...originale.regle, inactif: true }, originale.modeleId, now);
}

export interface InactivationRegle {
  documentId: string;
  inactif: boolean;
  sansCritereConfirme: boolean;
  now: Date;
}

/** Guide §6.e « Inactiver un envoi »; made active again, the rule is checked like a new one. */
export async function inactivateEnvoiAutomatique(
  regles: RegleStore,
  modeles: ModeleStore,
  { documentId, inactif, sansCritereConfirme, now }: InactivationRegle
): Promise<string> {
  const enregistree = await regles.read(documentId);
  if (enregistree === null) {
    refuse('regle-introuvable');
  }
  const regle = { ...enregistree.regle, inactif };
  return saveEnvoiAutomatique(regles, modeles, {
    documentId,
    regle,
    sansCritereConfirme: inactif || sansCritereConfirme,
    now,
  });
}
