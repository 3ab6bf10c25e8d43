import type { Knex } from 'knex';
import type { LotEnFile, RechercheLots } from '../../../services/ports/envois';
import { query } from '../query';
import { sqlPromotionParEmail } from './promotion';

const LOT = ['transport', 'modele_id', 'type_contact', 'type_destinataire', 'modalite'];
const lotOf = (alias: string): string => LOT.map((colonne) => `${alias}.${colonne}`).join(', ');

/** In the order of `sms_file_lots_idx`, so that one step of it leads to the next lot. */
const sqlPremier = (apres: string): string => `
  SELECT ${lotOf('f')}, f.disponible_le, f.envoi_id FROM sms_file f
   WHERE f.voie = :voie AND f.etat = 'attente' ${apres}
   ORDER BY ${lotOf('f')}, f.disponible_le, f.envoi_id LIMIT 1`;

/** The first envoi of each lot: the rest of it is never read, were it 100,000 envois. */
const LOTS = `
  WITH RECURSIVE premiers AS (
    (${sqlPremier('')})
    UNION ALL
    SELECT suivant.* FROM premiers p
     CROSS JOIN LATERAL (${sqlPremier(`AND (${lotOf('f')}) > (${lotOf('p')})`)}) suivant
  )
  SELECT p.modele_id AS "modeleId", p.type_contact AS "typeContact", p.type_destinataire AS "typeDestinataire",
         p.modalite, m.version, p.disponible_le AS "disponibleLe", p.envoi_id AS id
    FROM premiers p
    LEFT JOIN sms_modeles m ON m.id = p.modele_id
   WHERE p.disponible_le <= :now AND (:promotions OR NOT ${sqlPromotionParEmail('p')})
   ORDER BY p.disponible_le, p.envoi_id`;

export function listLots(knex: Knex, recherche: RechercheLots): Promise<LotEnFile[]> {
  return query<LotEnFile>(knex, LOTS, { ...recherche });
}
