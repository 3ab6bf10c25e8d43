import type { Perimetre } from '../../../../core/perimetre';
import { refuse } from '../../../../core/regle';
import type { ProgrammationModele } from './demande';
import { programmer, type ProgrammerDeps } from './programmer';

export interface DemandeRelance {
  /** documentIds of échecs. */
  envois: readonly string[];
  perimetre: Perimetre;
  auteurId: number | null;
  now: Date;
}

/**
 * « Renvoyer aux échecs » (decision G20): those of the envois that failed, again, each under the next number of
 * its key; one that waits or has left since is passed over.
 */
export async function relancer(
  deps: ProgrammerDeps,
  { envois, ...qui }: DemandeRelance
): Promise<ProgrammationModele[]> {
  const groupes = await deps.programmes.listEchecs(envois);
  if (groupes.length === 0) {
    const anciens = await deps.programmes.countArchives(envois);
    refuse(anciens > 0 ? 'envoi-archive' : 'envoi-introuvable');
  }
  const ecrits: ProgrammationModele[] = [];
  for (const { modele, modalite, typeDestinataire, documentIds } of groupes) {
    const cible = { genre: 'relance', envois: documentIds, modalite, typeDestinataire } as const;
    const { modeles } = await programmer(deps, {
      ...{ cible, modeles: [modele], typeContact: null, confirmation: null, force: false, ...qui },
      ...{ annuleeConfirmee: false, promotionConfirmee: true, creditsLus: null },
    });
    ecrits.push(...modeles);
  }
  return ecrits;
}
