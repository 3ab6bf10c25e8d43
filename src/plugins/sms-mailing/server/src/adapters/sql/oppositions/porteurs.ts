import type { Knex } from 'knex';
import type { TypeDestinataire } from '../../../../../core/vocabulaire';
import { PERSONNES, TABLES_CONTACT } from '../destinataires/fiches';
import { query } from '../query';

export interface Personne {
  personneType: string;
  personneId: number;
}

const sqlComposants = (type: TypeDestinataire, champ: 'emails' | 'telephones'): string => `
  SELECT '${PERSONNES[type]}' AS type, x.entity_id AS id, c.empreinte
    FROM components_coordonnees_${champ} c
    JOIN ${TABLES_CONTACT[type]}_cmps x
      ON x.cmp_id = c.id AND x.field = '${champ}' AND x.component_type = 'coordonnees.${champ.slice(0, -1)}'
   WHERE c.empreinte IS NOT NULL`;

const sqlCourriel = (type: TypeDestinataire): string => `
  SELECT '${PERSONNES[type]}', f.id, f.empreinte_courriel FROM ${TABLES_CONTACT[type]} f
   WHERE f.empreinte_courriel IS NOT NULL`;

/** Who bears which address, accepted or not: type, id, empreinte. Filter it by `empreinte`: each part has its index. */
export const SQL_PORTEURS = [
  sqlComposants('entrepreneur', 'emails'),
  sqlComposants('entrepreneur', 'telephones'),
  sqlComposants('contact_individuel', 'telephones'),
  sqlComposants('entreprise_partenaire', 'telephones'),
  sqlCourriel('contact_individuel'),
  sqlCourriel('entreprise_partenaire'),
].join(' UNION ');

export function listPorteurs(trx: Knex, empreinte: string): Promise<Personne[]> {
  return query<Personne>(
    trx,
    `SELECT p.type AS "personneType", p.id AS "personneId" FROM (${SQL_PORTEURS}) p
      WHERE p.empreinte = :empreinte ORDER BY 1, 2`,
    { empreinte }
  );
}
