import type { Knex } from 'knex';
import type { Lot, LotDu, RechercheLot, Voie } from '../../../services/ports/envois';
import { query } from '../query';

/** Written out, not bound: each finds its partial index. */
const VOIES: Readonly<Record<Voie, string>> = {
  immediate: `e.modalite = 'fiche_action'`,
  soir: `e.modalite <> 'fiche_action'`,
};

const SAUF = `
     AND NOT EXISTS (
       SELECT 1 FROM jsonb_to_recordset(:sauf::jsonb)
                  AS s("modeleId" int, "typeContact" text, "typeDestinataire" text, modalite text)
        WHERE s."modeleId" = e.modele_id AND s."typeContact" = e.type_contact
          AND s."typeDestinataire" = e.type_destinataire AND s.modalite = e.modalite)`;

const sqlNextLot = (voie: Voie, sauf: readonly Lot[]): string => `
  SELECT e.modele_id AS "modeleId", e.type_contact AS "typeContact",
         e.type_destinataire AS "typeDestinataire", e.modalite,
         (SELECT m.version FROM sms_modeles m WHERE m.id = e.modele_id) AS version
    FROM sms_envois e
   WHERE e.statut = 'programme' AND e.disponible_le <= :now AND e.type_contact = ANY(:types)
     AND ${VOIES[voie]} ${sauf.length === 0 ? '' : SAUF}
   ORDER BY e.disponible_le, e.id LIMIT 1`;

export async function findNextLot(knex: Knex, recherche: RechercheLot): Promise<LotDu | null> {
  const { now, voie, types, sauf } = recherche;
  const [lot] = await query<LotDu>(knex, sqlNextLot(voie, sauf), {
    now,
    types: [...types],
    sauf: JSON.stringify(sauf),
  });
  return lot ?? null;
}
