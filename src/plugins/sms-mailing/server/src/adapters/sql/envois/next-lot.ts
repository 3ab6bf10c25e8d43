import type { Knex } from 'knex';
import type { Lot, LotDu, RechercheLot, Voie } from '../../../services/ports/envois';
import { query } from '../query';
import { sqlPromotionParEmail } from './promotion';

const VOIES: Readonly<Record<Voie, string>> = {
  immediate: `p.modalite = 'fiche_action'`,
  soir: `p.modalite <> 'fiche_action'`,
};

const SAUF = `
     AND NOT EXISTS (
       SELECT 1 FROM jsonb_to_recordset(:sauf::jsonb)
                  AS s("modeleId" int, "typeContact" text, "typeDestinataire" text, modalite text)
        WHERE s."modeleId" = p.modele_id AND s."typeContact" = p.type_contact
          AND s."typeDestinataire" = p.type_destinataire AND s.modalite = p.modalite)`;

const LOT = ['modele_id', 'type_contact', 'type_destinataire', 'modalite'];
const lotOf = (alias: string): string => LOT.map((colonne) => `${alias}.${colonne}`).join(', ');

/** In the order of `sms_envois_lots_idx`, so that one step of it leads to the next lot. */
const sqlPremier = (apres: string): string => `
  SELECT ${lotOf('e')}, e.disponible_le, e.id FROM sms_envois e
   WHERE e.statut = 'programme' ${apres}
   ORDER BY ${lotOf('e')}, e.disponible_le, e.id LIMIT 1`;

/**
 * The first envoi of each lot, then the oldest of those that may leave: the rest of what is held back, set
 * aside or of the other voie is never read, were it 100,000 envois.
 */
const sqlNextLot = (voie: Voie, sauf: readonly Lot[]): string => `
  WITH RECURSIVE premiers AS (
    (${sqlPremier('')})
    UNION ALL
    SELECT suivant.* FROM premiers p
     CROSS JOIN LATERAL (${sqlPremier(`AND (${lotOf('e')}) > (${lotOf('p')})`)}) suivant
  )
  SELECT p.modele_id AS "modeleId", p.type_contact AS "typeContact",
         p.type_destinataire AS "typeDestinataire", p.modalite, m.version
    FROM premiers p
    LEFT JOIN sms_modeles m ON m.id = p.modele_id
   WHERE p.disponible_le <= :now AND p.type_contact = ANY(:types) AND ${VOIES[voie]}
     AND (:promotions OR NOT ${sqlPromotionParEmail('p')}) ${sauf.length === 0 ? '' : SAUF}
   ORDER BY p.disponible_le, p.id LIMIT 1`;

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
