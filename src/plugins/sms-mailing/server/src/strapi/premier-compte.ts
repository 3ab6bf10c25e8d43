import type { PremierCompte } from '../services/ports/bilans';
import type { Application } from './compose';

const MINUTE_MS = 60_000;

const formatNombre = (nombre: number): string => nombre.toLocaleString('fr-FR');

function phraseReste(minutes: number): string {
  return minutes <= 1 ? 'encore une minute au plus' : `encore ${String(minutes)} minutes environ`;
}

/** What the log says as it goes on, a line a tenth; `ecoule`: milliseconds since `debut`. */
export function createRecit(
  debut: PremierCompte
): (compte: PremierCompte, ecoule: number) => string | null {
  let dixieme = Math.floor((10 * debut.comptes) / debut.total);
  return ({ comptes, total }, ecoule) => {
    const atteint = Math.floor((10 * comptes) / total);
    if (atteint <= dixieme || comptes >= total) {
      return null;
    }
    dixieme = atteint;
    const reste = (ecoule * (total - comptes)) / Math.max(1, comptes - debut.comptes);
    return `Historique : ${formatNombre(comptes)} envois comptés sur ${formatNombre(total)} (${String(10 * atteint)} %), ${phraseReste(Math.ceil(reste / MINUTE_MS))}.`;
  };
}

interface Journal {
  info(message: string): void;
}

/** Docs/adr/0023: an older ledger, whose tables are brought up to date (`applySchema`), then counted once for all. */
export async function bringUpToDate(
  app: Pick<Application, 'applySchema' | 'readPremierCompte' | 'runPremierCompte'>,
  journal: Journal
): Promise<void> {
  const debut = await app.readPremierCompte();
  if (debut === null) {
    return app.applySchema();
  }
  journal.info(
    debut.comptes === 0
      ? `Historique : ${formatNombre(debut.total)} envois d’une version précédente vont être comptés, une fois pour toutes (de l’ordre d’une minute par million). Le panneau s’ouvre ensuite ; si on arrête, le compte reprendra où il en est.`
      : `Historique : le compte des envois reprend, ${formatNombre(debut.comptes)} sur ${formatNombre(debut.total)} sont faits. Le panneau s’ouvre ensuite.`
  );
  await app.applySchema();
  const raconte = createRecit(debut);
  const depart = performance.now();
  await app.runPremierCompte((compte) => {
    const phrase = raconte(compte, performance.now() - depart);
    if (phrase !== null) {
      journal.info(phrase);
    }
  });
  journal.info(`Historique : les ${formatNombre(debut.total)} envois sont comptés.`);
}
