import { sqlTrigger } from './trigger';

/** What a transaction says before it forgets: the only way to touch what is written once (retention, erasure). */
export const SQL_OUBLI = `SELECT set_config('sms_mailing.oubli', 'oui', true)`;

/** Columns that lead to a person may be emptied, never changed; a line goes whole, or stays. */
const GARDE = `
  CREATE OR REPLACE FUNCTION sms_ecriture_seule() RETURNS trigger LANGUAGE plpgsql AS $garde$
  DECLARE
    personne text[] := string_to_array(TG_ARGV[0], ' ');
  BEGIN
    IF TG_OP <> 'TRUNCATE' AND current_setting('sms_mailing.oubli', true) = 'oui' THEN
      IF TG_OP = 'DELETE' THEN
        RETURN OLD;
      END IF;
      IF to_jsonb(NEW) - personne = to_jsonb(OLD) - personne
         AND NOT EXISTS (SELECT 1 FROM unnest(personne) c WHERE to_jsonb(NEW) -> c <> 'null'
                            AND to_jsonb(NEW) -> c <> to_jsonb(OLD) -> c) THEN
        RETURN NEW;
      END IF;
    END IF;
    RAISE EXCEPTION '% ne se modifie pas et ne s’efface pas (%).', TG_TABLE_NAME, TG_OP
      USING ERRCODE = 'insufficient_privilege';
  END $garde$`;

const gardes = (table: string, personne: readonly string[]): string[] => {
  const suite = `EXECUTE FUNCTION sms_ecriture_seule('${personne.join(' ')}')`;
  return [
    sqlTrigger(
      { nom: 'sms_ecriture_seule', table },
      { quand: 'BEFORE UPDATE OR DELETE', suite: `FOR EACH ROW ${suite}` }
    ),
    sqlTrigger(
      { nom: 'sms_ecriture_seule_tout', table },
      { quand: 'BEFORE TRUNCATE', suite: `FOR EACH STATEMENT ${suite}` }
    ),
  ];
};

/** The Journal, and the accords: held by the base itself, whoever writes to them and by whatever path. */
export const ECRITURE_SEULE: readonly string[] = [
  GARDE,
  ...gardes('sms_actes', ['personne_type', 'personne_id']),
  ...gardes('sms_accords', ['personne_type', 'personne_id', 'coordonnee']),
];
