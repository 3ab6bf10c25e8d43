import type { Moteur } from '../ports/moteur';
import { isNuit } from './nuit';

/** So many lines in one statement, so many statements in one turn: a turn of the night stays short. */
const LOT = 2_000;
const LOTS_PAR_TOUR = 5;

async function archive({ conservation }: Moteur, mois: number, now: Date): Promise<number> {
  let total = 0;
  let apres: number | null = 0;
  for (let lot = 0; lot < LOTS_PAR_TOUR && apres !== null;) {
    const passe = await conservation.archive(mois, apres, LOT, now);
    apres = passe.derniere;
    total += passe.deplaces;
    lot += passe.deplaces > 0 ? 1 : 0;
  }
  return total;
}

/**
 * Docs/adr/0024, at night, a little at each turn: texts that have been kept long enough are deleted, then proofs. What a
 * stop interrupts goes on at the next turn.
 */
export async function conserve(moteur: Moteur): Promise<void> {
  const now = moteur.clock();
  if (!isNuit(now, moteur.reglages.zone)) {
    return;
  }
  const { texteMois, preuveMois } = await moteur.parametres.read();
  const archives = await archive(moteur, texteMois, now);
  const oublies = await moteur.conservation.forget(preuveMois, LOT, now);
  const actes = await moteur.conservation.purgeActes(preuveMois, LOT, now);
  const rebonds = await moteur.conservation.purgeRebonds({ texteMois, preuveMois }, LOT, now);
  if (archives + oublies + actes + rebonds > 0) {
    moteur.journal.info(
      `Conservation : ${String(archives)} envois archivés sans leur texte, ${String(oublies)} preuves rendues anonymes, ${String(rebonds)} retours et ${String(actes)} lignes du journal supprimés.`
    );
  }
}
