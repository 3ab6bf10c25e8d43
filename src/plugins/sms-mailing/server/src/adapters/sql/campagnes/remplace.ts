import { SQL_HISTORIQUE } from '../archives/historique';

/**
 * An envoi (alias `v`) that a later one of the same campagne took the place of: sent again after an échec, programmed
 * again after an annulation. The person counts once, as they stand now.
 */
export function sqlRemplace(v: string): string {
  return `(${v}.statut IN ('echec', 'exclu', 'annule') AND ${v}.campagne_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM ${SQL_HISTORIQUE} w
     WHERE w.campagne_id = ${v}.campagne_id AND w.type_destinataire = ${v}.type_destinataire
       AND w.destinataire_id = ${v}.destinataire_id AND w.id > ${v}.id))`;
}
