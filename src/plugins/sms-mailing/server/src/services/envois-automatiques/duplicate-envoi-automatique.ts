import { covers, type Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { RegleStore } from '../ports/envois-automatiques';
import type { ModeleStore } from '../ports/modeles';
import {
  checkTenue,
  readRegleLue,
  readVersionLue,
  saveEnvoiAutomatique,
  type RegleLue,
} from './save-envoi-automatique';

/**
 * A copy to change, inactive: two equal rules would write twice to the same persons. It reaches whom the rule
 * reaches, as long as who copies it holds as much; else whom they hold.
 */
export async function duplicateEnvoiAutomatique(
  regles: RegleStore,
  lue: RegleLue,
  { perimetre, now }: { perimetre: Perimetre; now: Date }
): Promise<string> {
  const enregistree = await readVersionLue(regles, lue);
  const { regle, modeleId } = enregistree;
  const copie = { ...regle, inactif: true };
  const tenu = covers(perimetre, enregistree.perimetre) ? enregistree.perimetre : perimetre;
  const demande = { lue: null, regle: copie, modeleId, perimetre: tenu, now };
  return (await regles.save(demande)) ?? refuse('regle-introuvable');
}

export interface InactivationRegle {
  lue: RegleLue;
  inactif: boolean;
  sansCritereConfirme: boolean;
  perimetre: Perimetre;
  now: Date;
}

/** Guide §6.e « Inactiver un envoi »; made active again, the rule is checked like a new one. */
export async function inactivateEnvoiAutomatique(
  regles: RegleStore,
  modeles: ModeleStore,
  { lue, inactif, sansCritereConfirme, perimetre, now }: InactivationRegle
): Promise<string> {
  const { regle } = await readRegleLue(regles, lue, perimetre);
  return saveEnvoiAutomatique(regles, modeles, {
    lue,
    regle: { ...regle, inactif },
    sansCritereConfirme: inactif || sansCritereConfirme,
    ...{ perimetre, choisi: null, now },
  });
}

/** Gone already is gone. */
export async function deleteEnvoiAutomatique(
  regles: RegleStore,
  documentId: string,
  perimetre: Perimetre
): Promise<void> {
  const regle = await regles.read(documentId);
  if (regle !== null) {
    checkTenue(regle, perimetre);
  }
  await regles.delete(documentId);
}
