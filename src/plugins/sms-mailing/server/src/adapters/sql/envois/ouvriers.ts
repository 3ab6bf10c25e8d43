import type { Knex } from 'knex';
import type { OuvrierStore, Reprise } from '../../../services/ports/envois';
import { execute, query, type Params } from '../query';
import { ARCHIVE, RENDU } from './file';

const BEAT = `
  INSERT INTO sms_ouvriers (nom, vu_le, alerte) VALUES (:ouvrier, clock_timestamp() AT TIME ZONE 'UTC', :alerte)
  ON CONFLICT (nom) DO UPDATE SET vu_le = excluded.vu_le, alerte = excluded.alerte`;

/** The database's clock, not the instances': they may disagree. */
const VIVANTS = `SELECT nom FROM sms_ouvriers
  WHERE vu_le > (clock_timestamp() AT TIME ZONE 'UTC') - :silenceMs * interval '1 millisecond'`;

const MORTS = `f.ouvrier NOT IN (${VIVANTS})`;
const SOI = 'f.ouvrier = :ouvrier';

const INCERTAIN = 'Le serveur s’est arrêté pendant la remise : le message est peut-être parti.';

/** What was reserved waits again; what may be on the wire is incertain, with all that its mark had archived. */
const sqlTakeOver = (quels: string): string => `
  WITH f AS (
    SELECT * FROM sms_file f WHERE f.etat <> 'attente' AND ${quels} ORDER BY f.envoi_id FOR UPDATE
  ), rendus AS (
    UPDATE sms_file q SET ${RENDU} FROM f WHERE q.envoi_id = f.envoi_id AND f.etat = 'reserve' RETURNING 1
  ), sortis AS (
    DELETE FROM sms_file q USING f WHERE q.envoi_id = f.envoi_id AND f.etat = 'en_cours'
  ), incertains AS (
    UPDATE sms_envois e
       SET statut = 'incertain', detail = :detail, ${ARCHIVE}, adresse = f.adresse, valeurs = f.valeurs,
           tentatives = f.tentatives, termine_le = :now, updated_at = :now
      FROM f WHERE e.id = f.envoi_id AND f.etat = 'en_cours' AND e.statut = 'programme' RETURNING 1
  )
  SELECT (SELECT count(*) FROM rendus)::int AS rendus, (SELECT count(*) FROM incertains)::int AS incertains`;

async function takeOver(knex: Knex, quels: string, params: Params): Promise<Reprise> {
  const [reprise] = await query<Reprise>(knex, sqlTakeOver(quels), {
    ...params,
    detail: INCERTAIN,
  });
  return reprise ?? { rendus: 0, incertains: 0 };
}

export function createOuvriers(knex: Knex): OuvrierStore {
  return {
    async beat(ouvrier, alerte): Promise<void> {
      await execute(knex, BEAT, { ouvrier, alerte });
    },

    async leave(ouvrier): Promise<void> {
      await knex('sms_ouvriers').where({ nom: ouvrier }).delete();
    },

    async count(silenceMs): Promise<number> {
      return (await query(knex, VIVANTS, { silenceMs })).length;
    },

    async sweep(silenceMs, now): Promise<Reprise> {
      const reprise = await takeOver(knex, MORTS, { silenceMs, now });
      await execute(knex, `DELETE FROM sms_ouvriers o WHERE o.nom NOT IN (${VIVANTS})`, {
        silenceMs,
      });
      return reprise;
    },

    recover: (ouvrier, now) => takeOver(knex, SOI, { ouvrier, now }),
  };
}
