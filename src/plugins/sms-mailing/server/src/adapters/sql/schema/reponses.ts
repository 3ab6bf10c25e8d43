import { sqlTrigger } from './trigger';

/**
 * Decision G16, by whatever path a participation is written: no answer has neither source nor date; one that
 * changes is of now, and whoever changes it alone says nothing of how it was heard.
 */
const DATE_LA_REPONSE = `
  CREATE OR REPLACE FUNCTION sms_date_reponse() RETURNS trigger LANGUAGE plpgsql AS $reponse$ BEGIN
    IF NEW.confirme IS NULL THEN
      NEW.confirme_source := NULL;
      NEW.confirme_le := NULL;
    ELSIF TG_OP = 'UPDATE' AND NEW.confirme IS DISTINCT FROM OLD.confirme
          AND NEW.confirme_le IS NOT DISTINCT FROM OLD.confirme_le AND NEW.confirme_le IS NOT NULL THEN
      NEW.confirme_le := clock_timestamp() AT TIME ZONE 'UTC';
      IF NEW.confirme_source IS NOT DISTINCT FROM OLD.confirme_source THEN
        NEW.confirme_source := NULL;
      END IF;
    ELSIF NEW.confirme_le IS NULL THEN
      NEW.confirme_le := clock_timestamp() AT TIME ZONE 'UTC';
    END IF;
    RETURN NEW;
  END $reponse$`;

/** When, where and by which link an action takes place: what its participants answered about. */
const sqlRendezVous = (condition: string): string => `
  SELECT a.id, format('%s|%s|%s|%s', a.date, to_char(a.heure_debut, 'HH24:MI'), s.site_id, btrim(a.lien_visio)) AS dit
    FROM actions a
    LEFT JOIN LATERAL (SELECT l.site_id FROM actions_site_lnk l WHERE l.action_id = a.id ORDER BY l.id LIMIT 1) s ON true
   WHERE ${condition}`;

/**
 * Decision G16: a change of date, heure, lieu or lien sets the answers back to « sans réponse », but those of who
 * has withdrawn. Judged when the transaction ends: Strapi takes a link off before it puts it back.
 */
const SUIT_LE_RENDEZ_VOUS = `
  CREATE OR REPLACE FUNCTION sms_suit_rendez_vous() RETURNS trigger LANGUAGE plpgsql AS $suit$
  DECLARE
    vise int;
    neuf text;
    ancien text;
  BEGIN
    IF TG_TABLE_NAME = 'actions' THEN
      vise := NEW.id;
    ELSIF TG_OP = 'DELETE' THEN
      vise := OLD.action_id;
    ELSE
      vise := NEW.action_id;
    END IF;
    SELECT r.dit INTO neuf FROM (${sqlRendezVous('a.id = vise')}) r;
    IF neuf IS NULL THEN
      RETURN NULL;
    END IF;
    SELECT v.dit INTO ancien FROM sms_rendez_vous v WHERE v.action_id = vise FOR UPDATE;
    -- Of an action that came while triggers slept, its own change is known all the same.
    IF ancien IS NULL AND TG_TABLE_NAME = 'actions' AND TG_OP = 'UPDATE' THEN
      ancien := '';
    END IF;
    IF ancien IS DISTINCT FROM neuf THEN
      INSERT INTO sms_rendez_vous (action_id, dit) VALUES (vise, neuf)
        ON CONFLICT (action_id) DO UPDATE SET dit = excluded.dit;
    END IF;
    IF ancien <> neuf THEN
      UPDATE participations p SET confirme = NULL
        FROM participations_action_lnk l
       WHERE l.participation_id = p.id AND l.action_id = vise AND p.confirme IS NOT NULL
         AND p.statut IS DISTINCT FROM 'Annulé';
    END IF;
    RETURN NULL;
  END $suit$`;

const suit = (
  { nom, table }: { nom: string; table: string },
  quand: string,
  condition = ''
): string =>
  sqlTrigger(
    { nom, table, genre: 'CONSTRAINT TRIGGER' },
    {
      quand: `AFTER ${quand}`,
      suite: `DEFERRABLE INITIALLY DEFERRED FOR EACH ROW ${condition} EXECUTE FUNCTION sms_suit_rendez_vous()`,
    }
  );

/** What participants answer, and what makes an answer void. */
export const REPONSES_DES_PARTICIPANTS: readonly string[] = [
  DATE_LA_REPONSE,
  sqlTrigger(
    { nom: 'sms_reponse', table: 'participations' },
    {
      quand: 'BEFORE INSERT OR UPDATE',
      suite: 'FOR EACH ROW EXECUTE FUNCTION sms_date_reponse()',
    }
  ),
  `CREATE TABLE IF NOT EXISTS sms_rendez_vous (
     action_id int PRIMARY KEY REFERENCES actions (id) ON DELETE CASCADE,
     dit text NOT NULL)`,
  SUIT_LE_RENDEZ_VOUS,
  suit({ nom: 'sms_rendez_vous_ajout', table: 'actions' }, 'INSERT'),
  suit(
    { nom: 'sms_rendez_vous_maj', table: 'actions' },
    'UPDATE',
    `WHEN ((OLD.date, OLD.heure_debut, OLD.lien_visio) IS DISTINCT FROM (NEW.date, NEW.heure_debut, NEW.lien_visio))`
  ),
  suit({ nom: 'sms_rendez_vous_lieu', table: 'actions_site_lnk' }, 'INSERT OR UPDATE OR DELETE'),
  `INSERT INTO sms_rendez_vous (action_id, dit)
   ${sqlRendezVous('NOT EXISTS (SELECT 1 FROM sms_rendez_vous v WHERE v.action_id = a.id)')}
   ON CONFLICT DO NOTHING`,
];
