import type { Knex } from 'knex';
import type { OuvrierStore, Reprise } from '../../../services/ports/envois';
import { execute, query, type Params } from '../query';

const BEAT = `
  INSERT INTO sms_ouvriers (nom, vu_le, alerte) VALUES (:ouvrier, clock_timestamp() AT TIME ZONE 'UTC', :alerte)
  ON CONFLICT (nom) DO UPDATE SET vu_le = excluded.vu_le, alerte = excluded.alerte`;

/** The database's clock, not the instances': they may disagree. */
const VIVANTS = `SELECT nom FROM sms_ouvriers
  WHERE vu_le > (clock_timestamp() AT TIME ZONE 'UTC') - :silenceMs * interval '1 millisecond'`;

const MORTS = `ouvrier NOT IN (${VIVANTS})`;
const SOI = 'ouvrier = :ouvrier';

async function takeOver(knex: Knex, quels: string, params: Params): Promise<Reprise> {
  const rendus = await execute(
    knex,
    `UPDATE sms_envois SET statut = 'programme', ouvrier = NULL, reserve_le = NULL, updated_at = :now
      WHERE statut = 'reserve' AND ${quels}`,
    params
  );
  const incertains = await execute(
    knex,
    `UPDATE sms_envois SET statut = 'incertain', termine_le = :now, updated_at = :now,
            detail = 'Le serveur s’est arrêté pendant la remise : le message est peut-être parti.'
      WHERE statut = 'en_cours' AND ${quels}`,
    params
  );
  return { rendus, incertains };
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
