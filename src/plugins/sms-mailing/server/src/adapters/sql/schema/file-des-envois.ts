import { sqlEnfile } from '../envois/file';
import { sqlTrigger } from './trigger';

/**
 * Docs/adr/0018: the queue beside the ledger. `programme` in the ledger is what waits or is on the wire; where
 * it stands, `sms_file` knows.
 */

/** Commits with what it tells of, last of all and once a transaction: nobody holds it while waiting for another lock. */
const BUMP = `
  CREATE OR REPLACE FUNCTION sms_change_epoque() RETURNS trigger LANGUAGE plpgsql AS $epoque$ BEGIN
    UPDATE sms_epoque SET numero = numero + 1, par = txid_current() WHERE par <> txid_current();
    RETURN NULL;
  END $epoque$`;

/** What a message that is about to leave must obey, whoever changes it and by which path. */
const OBEIS: readonly (readonly [table: string, evenements: string, quand: string])[] = [
  ['sms_oppositions', 'INSERT', ''],
  // Refused while it left, it makes no other message wrong.
  ['sms_rebonds', 'INSERT', 'WHEN (NEW.refuse AND NOT NEW.au_depart)'],
  ['sms_modeles', 'UPDATE OR DELETE', ''],
  ['sms_envois_automatiques', 'UPDATE OR DELETE', ''],
  // Who can no longer come is not reminded of it.
  [
    'participations',
    'UPDATE',
    `WHEN (NEW.statut = 'Annulé' AND OLD.statut IS DISTINCT FROM NEW.statut)`,
  ],
  [
    'strapi_core_store_settings',
    'INSERT OR UPDATE',
    `WHEN (starts_with(NEW.key, 'plugin_sms-mailing_'))`,
  ],
];

const triggerOf = ([table, evenements, quand]: (typeof OBEIS)[number]): string =>
  sqlTrigger(
    { nom: 'sms_epoque', table, genre: 'CONSTRAINT TRIGGER' },
    {
      quand: `AFTER ${evenements}`,
      suite: `DEFERRABLE INITIALLY DEFERRED FOR EACH ROW ${quand} EXECUTE FUNCTION sms_change_epoque()`,
    }
  );

const ENFILE = sqlEnfile('sms_envois', 'coalesce(l.disponible_le, l.prevu_le)');

/**
 * Once, from a version whose ledger was the queue. What it had reserved waits again, and what it had on the
 * wire is incertain: an instance of it that still lives finds its marks refused, and its outcomes written, as it
 * knows how. From then on its claims fail.
 */
const MISE_A_NIVEAU = `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'sms_envois_statut_file_chk') THEN
      LOCK TABLE sms_envois IN SHARE ROW EXCLUSIVE MODE;
      UPDATE sms_envois SET statut = 'programme', ouvrier = NULL, reserve_le = NULL WHERE statut = 'reserve';
      UPDATE sms_envois SET statut = 'incertain', termine_le = clock_timestamp() AT TIME ZONE 'UTC',
             detail = 'La version du logiciel a changé pendant la remise : le message est peut-être parti.'
       WHERE statut = 'en_cours';
      ${ENFILE};
      ALTER TABLE sms_envois DROP CONSTRAINT IF EXISTS sms_envois_statut_chk;
      ALTER TABLE sms_envois ADD CONSTRAINT sms_envois_statut_file_chk
        CHECK (statut IN ('programme', 'envoye', 'remis', 'echec', 'incertain', 'exclu', 'annule'));
    END IF;
  END $$`;

export const FILE_DES_ENVOIS: readonly string[] = [
  MISE_A_NIVEAU,
  BUMP,
  ...OBEIS.map(triggerOf),
  `DROP INDEX IF EXISTS sms_envois_lot_idx, sms_envois_immediats_idx, sms_envois_file_idx, sms_envois_lots_idx,
     sms_envois_retenus_idx, sms_envois_en_vol_idx, sms_envois_credits_idx`,
  // An outcome is written in every index of its line. Those of schema.json: the key, that makes doubles impossible;
  // the histories of a destinataire, of a modèle, of a campagne. Strapi's own: the line that « Renvoyer » names, and
  // who created and changed it, which nobody fills here: only for those who do, as an administrator's deletion looks.
  `DROP INDEX IF EXISTS sms_envois_created_by_id_fk, sms_envois_updated_by_id_fk`,
  `CREATE INDEX IF NOT EXISTS sms_envois_created_by_idx ON sms_envois (created_by_id) WHERE created_by_id IS NOT NULL`,
  `CREATE INDEX IF NOT EXISTS sms_envois_updated_by_idx ON sms_envois (updated_by_id) WHERE updated_by_id IS NOT NULL`,
  // What an action's fiche shows; a campagne's lines have none.
  `CREATE INDEX IF NOT EXISTS sms_envois_action_idx ON sms_envois (action_id) WHERE action_id IS NOT NULL`,
  // The next lot, and what is due in it, a suspended operator's left on its side. Nothing that a claim, a mark or a
  // give-back writes stands in it.
  `CREATE INDEX IF NOT EXISTS sms_file_lots_idx
     ON sms_file (voie, transport, modele_id, type_contact, type_destinataire, modalite, disponible_le, envoi_id)`,
  // What is held back and says so.
  `CREATE INDEX IF NOT EXISTS sms_file_retenus_idx ON sms_file (envoi_id) WHERE retenu`,
  // At each tick: the lines that wait, against the queue; and those of a modèle or of its evening.
  `DROP INDEX IF EXISTS sms_envois_programmes_idx`,
  `CREATE INDEX IF NOT EXISTS sms_envois_attente_idx
     ON sms_envois (id) INCLUDE (modele_id, prevu_le) WHERE statut = 'programme'`,
];
