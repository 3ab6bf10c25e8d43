import type { LigneHistorique } from '../../../../../core/api/historique';
import { sqlPlie } from '../cibles/pliage';
import { sqlStatut } from '../envois/file';

/** Of a line `e`, its modèle `m` and its row `f` of the queue. */
export const LIGNE = `
  e.document_id AS "documentId", ${sqlStatut('e')} AS statut, e.motif, e.detail, m.nom AS modele, e.type_contact AS "typeContact",
  e.modalite AS origine, coalesce(e.nom, '') AS destinataire, coalesce(e.adresse, f.adresse) AS adresse,
  e.prevu_le AS "prevuLe", e.envoye_le AS "envoyeLe", coalesce(e.retarde, false) AS retarde`;

/** Looked for in the name of the modèle, and in the name and address of the destinataire. */
export const TROUVE = `${sqlPlie(`concat_ws(' ', m.nom, e.nom, e.adresse)`)} LIKE :recherche`;

export type LigneSql = Omit<LigneHistorique, 'prevuLe' | 'envoyeLe'> & {
  prevuLe: Date;
  envoyeLe: Date | null;
};

export function toLigne(ligne: LigneSql): LigneHistorique {
  return {
    ...ligne,
    prevuLe: ligne.prevuLe.toISOString(),
    envoyeLe: ligne.envoyeLe === null ? null : ligne.envoyeLe.toISOString(),
  };
}
