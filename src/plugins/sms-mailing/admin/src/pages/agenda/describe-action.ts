import type { ActionAgenda } from '../../../../core/api/agenda';

/** « 9h30 », as French writes hours. */
function formatHeure(heure: string): string {
  const [heures = '', minutes = ''] = heure.split(':');
  return `${String(Number(heures))}h${minutes === '00' ? '' : minutes}`;
}

/** « 9h30 – 10h30 », « 9h30 », or nothing. */
export function formatHeures({
  heureDebut,
  heureFin,
}: Pick<ActionAgenda, 'heureDebut' | 'heureFin'>): string {
  if (heureDebut === null) {
    return '';
  }
  return heureFin === null
    ? formatHeure(heureDebut)
    : `${formatHeure(heureDebut)} – ${formatHeure(heureFin)}`;
}

/** « 3/10 »: inscrits, capacité when there is one. */
function formatInscrits({
  inscrits,
  capacite,
}: Pick<ActionAgenda, 'inscrits' | 'capacite'>): string {
  return capacite === null ? String(inscrits) : `${String(inscrits)}/${String(capacite)}`;
}

/** What stands in a calendar's square. */
export function describeAction(action: ActionAgenda): {
  heures: string;
  titre: string;
  suite: string;
} {
  const { objet, lieu, intervenants, inscrits } = action;
  const inscription = `${formatInscrits(action)} ${inscrits > 1 ? 'inscrits' : 'inscrit'}`;
  return {
    heures: formatHeures(action),
    titre: action.annulee ? `Annulée : ${objet}` : objet,
    suite: [...intervenants.slice(0, 1), lieu, inscription].filter(Boolean).join(' · '),
  };
}
