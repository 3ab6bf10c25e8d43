import type { Knex } from 'knex';

const COMPTES = [
  'programmes',
  'envoyes',
  'echecs',
  'incertains',
  'exclus',
  'annules',
  'remplaces',
].map((nom) => `${nom} integer NOT NULL`);

/**
 * Docs/adr/0023: all the groups of a modèle added up by antenne, équipe and référent together, as `sms_usages` adds them
 * up for whoever sees everything. Filled at the start, from what is kept, by the schema that makes its triggers.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_usages_portees (
      modele_id integer NOT NULL,
      type_contact varchar(20) NOT NULL,
      type_destinataire varchar(30) NOT NULL,
      modalite varchar(30) NOT NULL,
      antenne_id integer,
      equipe_id integer,
      referent_id integer,
      ${COMPTES.join(', ')},
      UNIQUE NULLS NOT DISTINCT (modele_id, type_contact, type_destinataire, modalite, antenne_id, equipe_id, referent_id)
    ) WITH (fillfactor = 70)`);
}
