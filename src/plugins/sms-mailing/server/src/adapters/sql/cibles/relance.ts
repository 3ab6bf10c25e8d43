import type { PartDe, SqlCible } from './part';
import { PROGRAMMES } from './tenus';

/**
 * « Renvoyer aux échecs »: the échecs named, of one modèle, each again under the next number of its own key,
 * unless that occurrence waits already.
 */
export function sqlRelance({ cible, modele }: PartDe<'relance'>): SqlCible {
  const { typeDestinataire } = cible;
  return {
    typeDestinataire,
    jointures: `
      JOIN sms_envois e ON e.destinataire_id = d.id AND e.type_destinataire = :typeDestinataire
      CROSS JOIN LATERAL (SELECT regexp_replace(e.cle, '[0-9]+$', '') AS base) b
      LEFT JOIN LATERAL (
        SELECT count(*)::int AS essais, max(v.id) AS envoi_id, max(v.created_at) AS dernier_le,
               CASE WHEN bool_or(v.statut IN (${PROGRAMMES})) THEN 'deja_programme'
                    WHEN bool_or(v.statut IN ('envoye', 'remis', 'incertain')) THEN 'deja_envoye' END AS tenu
          FROM sms_envois v
         WHERE v.type_destinataire = :typeDestinataire AND v.destinataire_id = d.id AND v.modele_id = :modeleId::int
           AND starts_with(v.cle, b.base)) t ON true
      LEFT JOIN actions a ON a.id = e.action_id`,
    colonnes: {
      modalite: 'e.modalite',
      campagne_id: 'e.campagne_id',
      regle_id: 'e.envoi_automatique_id',
      participation_id: 'e.participation_id',
      action_id: 'e.action_id',
      action_document: 'a.document_id',
      action_objet: 'a.objet',
      action_date: 'e.action_date',
      action_heure: 'e.action_heure',
      action_lieu: 'e.action_lieu',
      base: 'b.base',
      essais: 't.essais',
      tenu: 't.tenu',
      envoi_id: 't.envoi_id',
      dernier_le: 't.dernier_le',
      pieces_jointes: 'e.pieces_jointes',
    },
    condition: `e.document_id = ANY(:envois::text[]) AND e.statut = 'echec' AND e.modele_id = :modeleId::int
      AND e.id = (SELECT max(w.id) FROM sms_envois w WHERE w.document_id = ANY(:envois::text[]) AND starts_with(w.cle, b.base))`,
    params: { envois: [...cible.envois], modeleId: modele.id, typeDestinataire },
  };
}
