import type { FicheAction } from '../../../../../core/api/fiches';
import { formatDate } from '../../../../../core/horaire';

/** « 06/01/2022 10:00 à 11:00 » */
export function formatQuand({
  date,
  heureDebut,
  heureFin,
}: Pick<FicheAction, 'date' | 'heureDebut' | 'heureFin'>): string {
  const heures = [heureDebut, heureFin].filter((heure) => heure !== null).join(' à ');
  return [formatDate(date), heures].filter((mot) => mot !== '').join(' ');
}
