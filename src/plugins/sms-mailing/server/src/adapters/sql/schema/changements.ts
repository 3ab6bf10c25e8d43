/**
 * Decision G13: a forecast is kept until one of the tables it reads is written, by whatever path. The
 * transaction that writes notes its number, once; a forecast whose snapshot does not see it is out of date.
 * Nobody waits for anybody: each transaction has its own row.
 */
const NOTE = `
  CREATE OR REPLACE FUNCTION sms_note_changement() RETURNS trigger LANGUAGE plpgsql AS $note$ BEGIN
    IF TG_OP IN ('INSERT', 'TRUNCATE') OR TG_ARGV[0] = 'toujours' THEN
      INSERT INTO sms_changements (xid) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;
    ELSIF EXISTS (SELECT 1 FROM touchees) THEN
      INSERT INTO sms_changements (xid) VALUES (pg_current_xact_id()) ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
  END $note$`;

/** Tables of the module that a forecast reads; of the queue, the instant alone. Every table of the CRM besides. */
const LUES = [
  'sms_envois',
  'sms_modeles',
  'sms_envois_automatiques',
  'sms_oppositions',
  'sms_rebonds',
  'sms_packages',
  'sms_retraits_du_soir',
  'strapi_core_store_settings',
];

/** Tables of Strapi itself, and the module's own but those above. */
const ETRANGERES = `^(strapi_|admin_|up_|i18n_|files|upload_|sms_)`;

/** A statement that touched nothing notes nothing: the tick runs some every few seconds. */
const INSTALLE = `
  DO $$
  DECLARE t record;
  BEGIN
    FOR t IN
      SELECT c.oid, c.relname FROM pg_class c
       WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
         AND (c.relname !~ '${ETRANGERES}' OR c.relname IN (${LUES.map((nom) => `'${nom}'`).join(', ')}))
         AND NOT EXISTS (SELECT 1 FROM pg_trigger g WHERE g.tgrelid = c.oid AND g.tgname = 'sms_changement_maj')
    LOOP
      EXECUTE format('CREATE TRIGGER sms_changement_ajout AFTER INSERT OR TRUNCATE ON %I
                      FOR EACH STATEMENT EXECUTE FUNCTION sms_note_changement()', t.relname);
      EXECUTE format('CREATE TRIGGER sms_changement_retrait AFTER DELETE ON %I REFERENCING OLD TABLE AS touchees
                      FOR EACH STATEMENT EXECUTE FUNCTION sms_note_changement()', t.relname);
      EXECUTE format('CREATE TRIGGER sms_changement_maj AFTER UPDATE ON %I REFERENCING OLD TABLE AS touchees
                      FOR EACH STATEMENT EXECUTE FUNCTION sms_note_changement()', t.relname);
    END LOOP;
    IF NOT EXISTS (SELECT 1 FROM pg_trigger g
                    WHERE g.tgrelid = 'sms_file'::regclass AND g.tgname = 'sms_changement_report') THEN
      CREATE TRIGGER sms_changement_report AFTER UPDATE OF disponible_le ON sms_file
        FOR EACH STATEMENT EXECUTE FUNCTION sms_note_changement('toujours');
    END IF;
  END $$`;

/** Those of before this start may have been counted by another version of the code. */
const OUBLIE = `DELETE FROM sms_previsions WHERE commencee_le IS NULL`;

export const CHANGEMENTS: readonly string[] = [NOTE, INSTALLE, OUBLIE];
