import { SQL_EMPREINTE } from '../destinataires/destination';

/** The opposition and its line in the journal, in one statement: both are there, or neither. */
export const ADD_OPPOSITIONS = `
  WITH ajout AS (
    INSERT INTO sms_oppositions (document_id, empreinte, portee, source, survenue_le, created_at, updated_at, published_at)
    SELECT translate(gen_random_uuid()::text, '-', ''), q.empreinte, :portee, :source, :now, :now, :now, :now
      FROM (SELECT DISTINCT ${SQL_EMPREINTE('a.adresse')} AS empreinte FROM unnest(:adresses::text[]) AS a(adresse)) q
    ON CONFLICT (empreinte, portee) DO NOTHING
    RETURNING empreinte, portee
  )
  INSERT INTO sms_oppositions_journal (empreinte, geste, portee, raison, auteur_id, survenu_le)
  SELECT empreinte, :geste, portee, :raison, :auteurId, :now FROM ajout`;

export const LIFT_OPPOSITIONS = `
  WITH retrait AS (
    DELETE FROM sms_oppositions o
     WHERE o.portee = :portee
       AND o.empreinte IN (SELECT ${SQL_EMPREINTE('a.adresse')} FROM unnest(:adresses::text[]) AS a(adresse))
    RETURNING o.empreinte, o.portee
  )
  INSERT INTO sms_oppositions_journal (empreinte, geste, portee, raison, auteur_id, survenu_le)
  SELECT empreinte, 'levee', portee, :raison, :auteurId, :now FROM retrait`;
