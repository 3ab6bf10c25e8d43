import { SQL_HISTORIQUE } from '../archives/historique';
import type { StatutEnvoi } from '../../../../../core/vocabulaire';

const liste = (statuts: readonly StatutEnvoi[]): string =>
  statuts.map((statut) => `'${statut}'`).join(', ');

/** Statuts by what they say to whoever asks again; the others (échec, exclu, annulé) may be tried again. */
export const PROGRAMMES = liste(['programme']);
export const EFFECTUES = liste(['envoye', 'remis', 'incertain']);

/** What holds an occurrence, from the statuts of its envois `v` (decision C6). */
const SQL_TENU = `
  CASE WHEN bool_or(v.statut IN (${EFFECTUES}) AND v.actuel) THEN 'deja_envoye'
       WHEN bool_or(v.statut IN (${PROGRAMMES})) THEN 'deja_programme' END`;

/**
 * Joins `t`: what the ledger holds of the occurrence whose key begins with `base` and of the envois that
 * `aussi` names, for the modèle `:modeleId`; `essais` and `dernier_le` are of its own keys alone. Of the envois `w`
 * that left, only those that are `actuel` hold it.
 */
export const sqlTenus = (base: string, aussi = 'false', actuel = 'true'): string => `
  LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE v.propre)::int AS essais, max(v.id) AS envoi_id,
           max(v.created_at) FILTER (WHERE v.propre) AS dernier_le, ${SQL_TENU} AS tenu
      FROM (SELECT w.id, w.statut, w.created_at, starts_with(w.cle, ${base}) AS propre, ${actuel} AS actuel
              FROM ${SQL_HISTORIQUE} w
             WHERE w.type_destinataire = 'entrepreneur' AND w.destinataire_id = d.id
               AND w.modele_id = :modeleId::int AND (starts_with(w.cle, ${base}) OR ${aussi})) v) t ON true`;

export const COLONNES_TENUS = {
  essais: 'coalesce(t.essais, 0)',
  tenu: 't.tenu',
  envoi_id: 't.envoi_id',
  dernier_le: 't.dernier_le',
} as const;
