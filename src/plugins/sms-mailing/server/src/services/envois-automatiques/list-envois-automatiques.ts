import type { EnvoisAutomatiques } from '../../../../core/api/envois-automatiques';
import { localDate, nextEnvoiDuSoir } from '../../../../core/horaire';
import type { Perimetre } from '../../../../core/perimetre';
import type { RegleStore } from '../ports/envois-automatiques';

export interface ListDeps {
  regles: RegleStore;
  zone: string;
  heure: string;
}

/** Guide §6.a: the table, each rule with how many persons it reaches on the next evening. */
export async function listEnvoisAutomatiques(
  { regles, zone, heure }: ListDeps,
  perimetre: Perimetre,
  now: Date
): Promise<EnvoisAutomatiques> {
  const soir = localDate(nextEnvoiDuSoir(now, zone, heure), zone);
  const toutes = await regles.list();
  const comptes = await regles.count(toutes, { soir, perimetre });
  return {
    soir,
    ceSoir: soir === localDate(now, zone),
    heure,
    lignes: toutes.map(({ documentId, regle, modeleNom, modeleInactif }, rang) => ({
      documentId,
      regle,
      modele: { nom: modeleNom, inactif: modeleInactif },
      compte: comptes[rang] ?? { recevront: 0, exclus: 0 },
    })),
  };
}
