import type { Knex } from 'knex';
import type { Lot, LotDu, RechercheLot, Voie } from '../../../services/ports/envois';
import { query } from '../query';
import { sqlPromotionParEmail } from './promotion';

const VOIES: Readonly<Record<Voie, string>> = {
  immediate: `l.modalite = 'fiche_action'`,
  soir: `l.modalite <> 'fiche_action'`,
};

const SAUF = `
     AND NOT EXISTS (
       SELECT 1 FROM jsonb_to_recordset(:sauf::jsonb)
                  AS s("modeleId" int, "typeContact" text, "typeDestinataire" text, modalite text)
        WHERE s."modeleId" = l.modele_id AND s."typeContact" = l.type_contact
          AND s."typeDestinataire" = l.type_destinataire AND s.modalite = l.modalite)`;

const LOT = 'e.modele_id, e.type_contact, e.type_destinataire, e.modalite';

/** One step of `sms_envois_lots_idx` for each lot, however many envois it holds. */
const sqlLots = (apres: string): string => `
  SELECT ${LOT} FROM sms_envois e WHERE e.statut = 'programme' ${apres} ORDER BY ${LOT} LIMIT 1`;

/**
 * The lots first, then what has waited longest among those that may leave: what is held back, set aside or of
 * the other voie is never read, were it 100,000 envois.
 */
const sqlNextLot = (voie: Voie, sauf: readonly Lot[]): string => `
  WITH RECURSIVE lots AS (
    (${sqlLots('')})
    UNION ALL
    SELECT suivant.* FROM lots l CROSS JOIN LATERAL (
      ${sqlLots(`AND (${LOT}) > (l.modele_id, l.type_contact, l.type_destinataire, l.modalite)`)}) suivant
  )
  SELECT l.modele_id AS "modeleId", l.type_contact AS "typeContact",
         l.type_destinataire AS "typeDestinataire", l.modalite, m.version
    FROM lots l
    LEFT JOIN sms_modeles m ON m.id = l.modele_id
   CROSS JOIN LATERAL (
     SELECT e.disponible_le, e.id FROM sms_envois e
      WHERE e.statut = 'programme' AND (${LOT}) = (l.modele_id, l.type_contact, l.type_destinataire, l.modalite)
        AND e.disponible_le <= :now
      ORDER BY e.disponible_le, e.id LIMIT 1) premier
   WHERE l.type_contact = ANY(:types) AND ${VOIES[voie]}
     AND (:promotions OR NOT ${sqlPromotionParEmail('l')}) ${sauf.length === 0 ? '' : SAUF}
   ORDER BY premier.disponible_le, premier.id LIMIT 1`;

export async function findNextLot(knex: Knex, recherche: RechercheLot): Promise<LotDu | null> {
  const { now, voie, types, promotions, sauf } = recherche;
  const [lot] = await query<LotDu>(knex, sqlNextLot(voie, sauf), {
    now,
    promotions,
    types: [...types],
    sauf: JSON.stringify(sauf),
  });
  return lot ?? null;
}
