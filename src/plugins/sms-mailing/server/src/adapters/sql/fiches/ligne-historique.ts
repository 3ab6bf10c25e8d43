import type { LigneHistorique } from '../../../../../core/api/historique';
import { sqlPlie } from '../cibles/pliage';
import type { But, TypeDestinataire } from '../../../../../core/vocabulaire';
import { sqlStatut } from '../envois/file';

const FICHES_DE: Readonly<Record<TypeDestinataire, string>> = {
  entrepreneur: 'entrepreneurs',
  contact_individuel: 'contacts_individuels',
  entreprise_partenaire: 'entreprises_partenaires',
};

/** The fiche of the destinataire; null once it is no longer there. */
const FICHE = `CASE e.type_destinataire ${Object.entries(FICHES_DE)
  .map(
    ([type, table]) =>
      `WHEN '${type}' THEN (SELECT x.document_id FROM ${table} x WHERE x.id = e.destinataire_id)`
  )
  .join(' ')} END`;

/** Of a line `e`, its modèle `m` and its row `f` of the queue. */
export const LIGNE = `
  e.document_id AS "documentId", ${sqlStatut('e')} AS statut, e.motif, e.detail, coalesce(m.nom, '') AS modele,
  m.document_id AS "modeleDocumentId", e.type_contact AS "typeContact", e.modalite AS origine,
  coalesce(e.nom, '') AS destinataire, e.type_destinataire AS "typeDestinataire", ${FICHE} AS "destinataireDocumentId",
  (SELECT x.document_id FROM actions x WHERE x.id = e.action_id) AS "actionDocumentId", e.campagne_id AS "campagneId",
  coalesce(e.adresse, f.adresse) AS adresse,
  m.but, e.prevu_le AS "prevuLe", e.envoye_le AS "envoyeLe", e.termine_le AS "termineLe", coalesce(e.retarde, false) AS retarde`;

/** Looked for in the name of the modèle, and in the name and address of the destinataire. */
export const TROUVE = `${sqlPlie(`concat_ws(' ', m.nom, e.nom, e.adresse)`)} LIKE :recherche`;

export type LigneSql = Omit<LigneHistorique, 'prevue' | 'prevuLe' | 'envoyeLe' | 'termineLe'> & {
  /** Null: its modèle was deleted since. */
  but: But | null;
  prevuLe: Date;
  envoyeLe: Date | null;
  termineLe: Date | null;
};

/** Of a line that is not programmed: its address is the one that was used. */
export function toLigne({ but: _but, ...ligne }: LigneSql): LigneHistorique {
  return {
    ...ligne,
    prevue: null,
    prevuLe: ligne.prevuLe.toISOString(),
    envoyeLe: ligne.envoyeLe?.toISOString() ?? null,
    termineLe: ligne.termineLe?.toISOString() ?? null,
  };
}
