import { QUOTAS } from '../../../../core/exemplaire';
import { RegleError } from '../../../../core/errors';
import { refuse } from '../../../../core/regle';
import type { ExemplaireStore, LigneExemplaire } from '../ports/exemplaires';

/** What is sent to oneself leaves one line, whatever becomes of it, and only within the quota. */
export async function recordExemplaire<T>(
  exemplaires: ExemplaireStore,
  ligne: LigneExemplaire,
  { now, send }: { now: Date; send: () => Promise<T> }
): Promise<T> {
  const ouverte = await exemplaires.open(ligne, now);
  if ('atteint' in ouverte) {
    const { parMinute, parJour } = QUOTAS[ligne.genre];
    refuse(ouverte.atteint === 'minute' ? 'trop-en-une-minute' : 'trop-en-un-jour', {
      limite: ouverte.atteint === 'minute' ? parMinute : parJour,
    });
  }
  try {
    const resultat = await send();
    await exemplaires.close(ouverte.id, 'parti', null);
    return resultat;
  } catch (erreur) {
    const detail = erreur instanceof RegleError ? erreur.regle : 'erreur';
    await exemplaires.close(ouverte.id, 'refuse', detail);
    throw erreur;
  }
}
