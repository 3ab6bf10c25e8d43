import { formatDate } from '../../../../../../core/horaire';
import type { ColonneTableau } from '../../../../components/Tableau';

interface Participation {
  entrepreneurDocumentId: string;
  actionDocumentId: string;
  nom: string;
  action: string;
  actionDate: string;
}

/** Read at a glance: nothing to search in. */
export const COURT = 10;

/** A key for the table: a person may take part in two actions. */
export function withCle<L extends Participation>(
  lignes: readonly L[]
): (L & { documentId: string })[] {
  return lignes.map((ligne) => ({
    ...ligne,
    documentId: `${ligne.entrepreneurDocumentId}.${ligne.actionDocumentId}`,
  }));
}

export const COLONNE_NOM: ColonneTableau<Participation> = {
  cle: 'nom',
  titre: 'Personne',
  valeur: ({ nom }) => nom,
};

export const COLONNE_ACTION: ColonneTableau<Participation> = {
  cle: 'action',
  titre: 'Action',
  valeur: ({ action, actionDate }) => `${action} du ${formatDate(actionDate)}`,
};
