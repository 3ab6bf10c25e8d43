import type { LigneCobaye } from '../../../core/api/modeles';
import { formatDatePhp } from '../../../core/date-php';

export function cleOf({ cobaye }: LigneCobaye): string {
  return `${cobaye.documentId ?? ''} ${cobaye.actionDocumentId ?? ''}`;
}

/** « Atelier coaching, le 5 mars 2022 à 09:30 », or the antenne. */
export function describeCobaye({ action, precision, ficheTest }: LigneCobaye): string {
  const test = ficheTest ? 'fiche test' : '';
  if (action === null) {
    return ficheTest ? test : precision;
  }
  const quand = action.heureDebut === null ? action.date : `${action.date}T${action.heureDebut}`;
  const jour = `${action.objet}, le ${formatDatePhp('j F Y à H:i', quand, 'Europe/Paris')}`;
  return [jour, action.annulee ? 'annulée' : '', test].filter((mot) => mot !== '').join(' · ');
}

/** On one line. */
export function nameCobaye(ligne: LigneCobaye): string {
  return [ligne.nom, describeCobaye(ligne)].filter((mot) => mot !== '').join(' · ');
}

/**
 * Each under a name of its own: the list of the design system finds what was chosen by its text, and of two that
 * read alike it takes the first.
 */
export function nameCobayes(
  lignes: readonly LigneCobaye[]
): { ligne: LigneCobaye; libelle: string }[] {
  const vus = new Map<string, number>();
  return lignes.map((ligne) => {
    const nom = nameCobaye(ligne);
    const rang = (vus.get(nom) ?? 0) + 1;
    vus.set(nom, rang);
    return { ligne, libelle: rang === 1 ? nom : `${nom} (${String(rang)})` };
  });
}
