import type { DemandeCobayes, LigneCobaye } from '../../../../core/api/modeles';
import { localDate } from '../../../../core/horaire';
import type { Perimetre } from '../../../../core/perimetre';
import type { CobayeStore } from '../ports/modeles';

export interface CobayesDeps {
  cobayes: CobayeStore;
  zone: string;
}

/** Whom to show a modele on: a fiche, or a participation for the modeles that read an action. */
export async function searchCobayes(
  { cobayes, zone }: CobayesDeps,
  demande: DemandeCobayes,
  { perimetre, now }: { perimetre: Perimetre; now: Date }
): Promise<LigneCobaye[]> {
  const { declencheur, typeDestinataire, recherche } = demande;
  const annulees = demande.annulees === 'true';
  return declencheur === 'action'
    ? cobayes.listParticipations(recherche, perimetre, { jour: localDate(now, zone), annulees })
    : cobayes.listFiches(typeDestinataire, recherche, perimetre);
}
