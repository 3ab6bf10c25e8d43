import { deliverDue } from '../../server/src/services/livrer/deliver-due';
import type { Bilan } from '../../server/src/services/livrer/bilan';
import { createPostes } from '../../server/src/services/soiree/run-tick';
import type { Voie } from '../../server/src/services/ports/envois';
import type { EnvoiMemoire } from './envoi-memoire';
import { LOT, type MoteurFictif } from './moteur-fictif';

/** One turn of one worker. */
export async function deliver(
  moteur: MoteurFictif,
  voie: Voie = 'soir',
  signal = new AbortController().signal
): Promise<Bilan> {
  const poste = createPostes(moteur, 'ouvrier').find((candidat) => candidat.voie === voie)!;
  return deliverDue(moteur, poste, await moteur.ledger.readEpoque(), signal);
}

/** As many envois due, each to an address of its own. */
export function addEnvois(
  moteur: MoteurFictif,
  nombre: number,
  champs: Partial<EnvoiMemoire> = {}
) {
  return Array.from({ length: nombre }, (_, i) =>
    moteur.ledger.add({
      lot: LOT,
      ...champs,
      destination: {
        nom: `PERSONNE ${String(i + 1)}`,
        adresse: `p${String(i + 1)}@exemple.fr`,
        motif: null,
        ...champs.destination,
      },
    })
  );
}

/** How many envois in each statut. */
export function statuts({ ledger }: MoteurFictif): Record<string, number> {
  const comptes: Record<string, number> = {};
  for (const { statut } of ledger.envois) {
    comptes[statut] = (comptes[statut] ?? 0) + 1;
  }
  return comptes;
}
