import { STATUTS_BLOQUANTS } from '../../../../core/envoi';
import type { FaitsParticipation } from '../../../../core/envoi-automatique';
import type { EnvoiDeRegle, LigneFaits } from '../ports/envois-automatiques';

/** The envoi of a rule for the date that the action has now. */
export function envoiDe({ envois }: LigneFaits, regleId: number): EnvoiDeRegle | null {
  return envois.find((envoi) => envoi.regleId === regleId && envoi.cetteDate) ?? null;
}

/** The facts as one rule sees them: what it has already sent counts (decision F19). */
export function faitsPour(ligne: LigneFaits, regleId: number): FaitsParticipation {
  const { faits, envois } = ligne;
  if (envoiDe(ligne, regleId) !== null) {
    return { ...faits, dejaPrevenu: 'cette_date' };
  }
  const autreDate = envois.some(
    (envoi) => envoi.regleId === regleId && STATUTS_BLOQUANTS.includes(envoi.statut)
  );
  return { ...faits, dejaPrevenu: autreDate ? 'autre_date' : 'non' };
}
