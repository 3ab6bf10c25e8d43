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

const GROUPE = `
  modele_id integer NOT NULL,
  type_contact varchar(20) NOT NULL,
  type_destinataire varchar(30) NOT NULL,
  modalite varchar(30) NOT NULL,
  campagne_id integer NOT NULL,
  periode timestamp NOT NULL`;

/**
 * What the lists and histories count, kept (docs/adr/0023): `sms_bilans`, one row a group of envois and the same
 * envois by antenne, équipe and référent (together: a line counts once for whoever holds two of them) in `sms_bilans_portees`; `sms_usages`, all the groups of a modèle (`groupes`:
 * how many of them are not empty). `sms_bilans_modifies` names what the ledger has changed since.
 * `sms_mouvements_cumules`: a package's movements by quarter of an hour.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_bilans (
      id serial PRIMARY KEY, ${GROUPE}, ${COMPTES.join(', ')},
      UNIQUE (modele_id, type_contact, type_destinataire, modalite, campagne_id, periode)
    )`);
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_bilans_portees (
      bilan_id integer NOT NULL REFERENCES sms_bilans ON DELETE CASCADE,
      antenne_id integer,
      equipe_id integer,
      referent_id integer,
      ${COMPTES.join(', ')}
    )`);
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_usages (
      modele_id integer NOT NULL,
      type_contact varchar(20) NOT NULL,
      type_destinataire varchar(30) NOT NULL,
      modalite varchar(30) NOT NULL,
      groupes integer NOT NULL,
      ${COMPTES.join(', ')},
      PRIMARY KEY (modele_id, type_contact, type_destinataire, modalite)
    )`);
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_bilans_modifies (
      ${GROUPE}, le timestamp NOT NULL DEFAULT (clock_timestamp() AT TIME ZONE 'UTC')
    ) WITH (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0)`);
  await knex.raw(`
    CREATE TABLE IF NOT EXISTS sms_mouvements_cumules (
      package_id integer NOT NULL,
      tranche timestamp NOT NULL,
      nature varchar(20) NOT NULL,
      credits integer NOT NULL,
      nombre integer NOT NULL,
      PRIMARY KEY (package_id, tranche, nature)
    )`);
}
