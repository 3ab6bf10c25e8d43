import { COMPTES, listOf, PORTEES, USAGE } from '../bilans/groupe';
import { sqlTrigger } from './trigger';

const CLE = [...USAGE, ...PORTEES];

/** `portees`: rows of `sms_bilans_portees`, added up by modèle whatever the group; `signe`: -1 takes them away. */
const sqlCumule = (portees: string, signe: '' | '-'): string => `
  INSERT INTO sms_usages_portees AS u (${[...CLE, ...COMPTES].join(', ')})
  SELECT ${listOf('b', USAGE)}, ${listOf('p', PORTEES)}, ${COMPTES.map((nom) => `${signe}sum(p.${nom})`).join(', ')}
    FROM ${portees} p JOIN sms_bilans b ON b.id = p.bilan_id
   GROUP BY ${listOf('b', USAGE)}, ${listOf('p', PORTEES)}
   ORDER BY ${listOf('p', PORTEES)}, b.modele_id
  ON CONFLICT (${CLE.join(', ')})
  DO UPDATE SET ${COMPTES.map((nom) => `${nom} = u.${nom} + excluded.${nom}`).join(', ')};`;

/** Once: of what an older version has kept. Only whoever counts groups again waits for it, and nobody reads it before. */
const NAISSANCE = `
  DO $$ BEGIN
    IF NOT EXISTS (
      SELECT 1 FROM pg_trigger WHERE tgname = 'sms_usages_portees_plus' AND tgrelid = 'sms_bilans_portees'::regclass
    ) THEN
      LOCK TABLE sms_bilans, sms_bilans_portees IN SHARE ROW EXCLUSIVE MODE;
      TRUNCATE sms_usages_portees;
      PERFORM set_config('work_mem', '128MB', true);
      ${sqlCumule('sms_bilans_portees', '')}
    END IF;
  END $$`;

/**
 * Docs/adr/0023. `sms_usages_portees` follows what is kept of the groups, whichever version counts them: only one does at a
 * time. A group that goes takes its rows along (ON DELETE CASCADE): they are taken away before.
 */
export const USAGES_PORTEES: readonly string[] = [
  NAISSANCE,
  `CREATE OR REPLACE FUNCTION sms_usages_portees_plus() RETURNS trigger LANGUAGE plpgsql AS $cumul$ BEGIN
     ${sqlCumule('apres', '')}
     RETURN NULL;
   END $cumul$`,
  `CREATE OR REPLACE FUNCTION sms_usages_portees_moins() RETURNS trigger LANGUAGE plpgsql AS $cumul$ BEGIN
     ${sqlCumule('(SELECT * FROM sms_bilans_portees WHERE bilan_id = OLD.id)', '-')}
     RETURN OLD;
   END $cumul$`,
  sqlTrigger(
    { nom: 'sms_usages_portees_plus', table: 'sms_bilans_portees' },
    {
      quand: 'AFTER INSERT',
      suite: `REFERENCING NEW TABLE AS apres FOR EACH STATEMENT EXECUTE FUNCTION sms_usages_portees_plus()`,
    }
  ),
  sqlTrigger(
    { nom: 'sms_usages_portees_moins', table: 'sms_bilans' },
    {
      quand: 'BEFORE DELETE',
      suite: 'FOR EACH ROW EXECUTE FUNCTION sms_usages_portees_moins()',
    }
  ),
  ...PORTEES.map(
    (colonne) =>
      `CREATE INDEX IF NOT EXISTS sms_usages_portees_${colonne.replace('_id', '')}_idx
         ON sms_usages_portees (${colonne}, modele_id)`
  ),
];
