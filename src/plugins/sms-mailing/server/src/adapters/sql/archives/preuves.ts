import type { Knex } from 'knex';
import type { Preuve } from '../../../../../core/preuves';
import type { PreuveStore } from '../../../services/ports/conservation';
import { sqlEnvoisVisibles } from '../campagnes/visibles';
import { query } from '../query';
import { SQL_HISTORIQUE } from './historique';

/** Lines that name nobody any more prove nothing. */
const sqlPreuves = (visible: string): string => `
  SELECT e.envoye_le AS "envoyeLe", e.statut, e.type_contact AS "typeContact", coalesce(m.nom, '') AS modele, e.modalite,
         a.objet AS action, coalesce(e.nom, '') AS destinataire, e.adresse
    FROM ${SQL_HISTORIQUE} e
    LEFT JOIN sms_modeles m ON m.id = e.modele_id
    LEFT JOIN actions a ON a.id = e.action_id
   WHERE e.envoye_le >= (:debut::date)::timestamp AT TIME ZONE :zone AT TIME ZONE 'UTC'
     AND e.envoye_le < (:debut::date + interval '1 month')::timestamp AT TIME ZONE :zone AT TIME ZONE 'UTC'
     AND e.destinataire_id > 0 AND e.adresse IS NOT NULL AND ${visible}
   ORDER BY e.envoye_le, e.id`;

export function createPreuves(knex: Knex, zone: string): PreuveStore {
  return {
    ofMois(mois, perimetre): Promise<Preuve[]> {
      const { sql, params } = sqlEnvoisVisibles(perimetre, 'e');
      return query<Preuve>(knex, sqlPreuves(sql), { ...params, debut: `${mois}-01`, zone });
    },
  };
}
