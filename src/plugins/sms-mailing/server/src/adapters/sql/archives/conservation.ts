import type { Knex } from 'knex';
import type { ConservationStore, Passe } from '../../../services/ports/conservation';
import { purgeActes } from '../actes/forget-actes';
import { execute, query } from '../query';
import { purgeRebonds } from '../rebonds/purge-rebonds';
import { COLONNES_ARCHIVE } from './historique';

const COLONNES = COLONNES_ARCHIVE.join(', ');
/** In the archive a line always says when it ended. */
const COPIEES = COLONNES_ARCHIVE.map((colonne) =>
  colonne === 'termine_le' ? 'coalesce(termine_le, prevu_le)' : colonne
).join(', ');

const AVANT = `(:now::timestamp - :mois::int * interval '1 month')`;

/**
 * Along the primary key, the oldest first. An occurrence whose action is younger may still be planned (J+365): it stays,
 * its key unique in the ledger. So does an incertain, which a person may still settle, without its text.
 */
const MOVE = `
  WITH vues AS MATERIALIZED (
    SELECT e.id, e.statut, e.created_at, coalesce(e.termine_le, e.prevu_le) AS finie_le, e.action_date
      FROM sms_envois e WHERE e.id > :apres ORDER BY e.id LIMIT :lot
  ), vieilles AS (
    SELECT e.id FROM sms_envois e JOIN vues v ON v.id = e.id
     WHERE e.statut NOT IN ('programme', 'incertain') AND v.finie_le < ${AVANT}
       AND (v.action_date IS NULL OR v.action_date < ${AVANT}::date)
       FOR UPDATE OF e SKIP LOCKED
  ), parties AS (
    DELETE FROM sms_envois e USING vieilles v WHERE e.id = v.id RETURNING e.*
  ), archivees AS (
    INSERT INTO sms_envois_archives (${COLONNES}) SELECT ${COPIEES} FROM parties
  ), videes AS (
    UPDATE sms_envois e SET valeurs = NULL, pieces_jointes = NULL
      FROM vues v WHERE e.id = v.id AND v.statut = 'incertain' AND v.finie_le < ${AVANT} AND e.valeurs IS NOT NULL
  )
  SELECT (SELECT count(*) FROM parties)::int AS deplaces,
         (SELECT CASE WHEN bool_or(v.created_at < ${AVANT}) THEN max(v.id) END FROM vues v) AS derniere`;

/** As an erasure does (docs/adr/0012): the line stays for the counts, of nobody. */
const FORGET = `
  UPDATE sms_envois_archives a
     SET cle = 'p:' || a.id, destinataire_id = -a.id, contact_id = NULL, participation_id = NULL, nom = NULL,
         adresse = NULL, detail = NULL
   WHERE a.id = ANY(ARRAY(SELECT p.id FROM sms_envois_archives p
                           WHERE p.destinataire_id > 0 AND p.termine_le < ${AVANT}
                           ORDER BY p.termine_le LIMIT :lot FOR UPDATE SKIP LOCKED))`;

export function createConservation(knex: Knex): ConservationStore {
  return {
    async archive(mois, apres, lot, now): Promise<Passe> {
      const [passe] = await query<Passe>(knex, MOVE, { mois, apres, lot, now });
      return passe ?? { deplaces: 0, derniere: null };
    },

    purgeRebonds: (mois, lot, now) => purgeRebonds(knex, { ...mois, lot, now }),
    purgeActes: (mois, lot, now) => purgeActes(knex, { mois, lot, now }),
    forget: (mois, lot, now) => execute(knex, FORGET, { mois, lot, now }),
  };
}
