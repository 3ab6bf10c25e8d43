import { refuse } from '../../../../core/regle';
import type { RegleStore } from '../ports/envois-automatiques';
import type { ModeleStore } from '../ports/modeles';
import { readRegleLue, saveEnvoiAutomatique, type RegleLue } from './save-envoi-automatique';

/** A copy to change, inactive: two equal rules would write twice to the same persons. */
export async function duplicateEnvoiAutomatique(
  regles: RegleStore,
  lue: RegleLue,
  now: Date
): Promise<string> {
  const { regle, modeleId } = await readRegleLue(regles, lue);
  const copie = { ...regle, inactif: true };
  return (
    (await regles.save({ lue: null, regle: copie, modeleId, now })) ?? refuse('regle-introuvable')
  );
}

export interface InactivationRegle {
  lue: RegleLue;
  inactif: boolean;
  sansCritereConfirme: boolean;
  now: Date;
}

/** Guide §6.e « Inactiver un envoi »; made active again, the rule is checked like a new one. */
export async function inactivateEnvoiAutomatique(
  regles: RegleStore,
  modeles: ModeleStore,
  { lue, inactif, sansCritereConfirme, now }: InactivationRegle
): Promise<string> {
  const { regle } = await readRegleLue(regles, lue);
  return saveEnvoiAutomatique(regles, modeles, {
    lue,
    regle: { ...regle, inactif },
    sansCritereConfirme: inactif || sansCritereConfirme,
    now,
  });
}
