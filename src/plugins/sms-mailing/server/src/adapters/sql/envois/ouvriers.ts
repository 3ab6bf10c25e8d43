import type { Knex } from 'knex';
import type { OuvrierStore } from '../../../services/ports/envois';
import { execute } from '../query';

const BEAT = `
  INSERT INTO sms_ouvriers (nom, vu_le) VALUES (:ouvrier, clock_timestamp() AT TIME ZONE 'UTC')
  ON CONFLICT (nom) DO UPDATE SET vu_le = excluded.vu_le`;

/** The database's clock, not the instances': they may disagree. */
const VIVANTS = `SELECT nom FROM sms_ouvriers
  WHERE vu_le > (clock_timestamp() AT TIME ZONE 'UTC') - :silenceMs * interval '1 millisecond'`;

const RENDRE = `
  UPDATE sms_envois SET statut = 'programme', ouvrier = NULL, reserve_le = NULL, updated_at = :now
   WHERE statut = 'reserve' AND ouvrier NOT IN (${VIVANTS})`;

const INCERTAINS = `
  UPDATE sms_envois SET statut = 'incertain', termine_le = :now, updated_at = :now,
         detail = 'Le serveur s’est arrêté pendant la remise : le message est peut-être parti.'
   WHERE statut = 'en_cours' AND ouvrier NOT IN (${VIVANTS})`;

export function createOuvriers(knex: Knex): OuvrierStore {
  return {
    async beat(ouvrier): Promise<void> {
      await execute(knex, BEAT, { ouvrier });
    },

    async leave(ouvrier): Promise<void> {
      await knex('sms_ouvriers').where({ nom: ouvrier }).delete();
    },

    async sweep(silenceMs, now): Promise<{ rendus: number; incertains: number }> {
      const rendus = await execute(knex, RENDRE, { silenceMs, now });
      const incertains = await execute(knex, INCERTAINS, { silenceMs, now });
      await execute(knex, `DELETE FROM sms_ouvriers o WHERE o.nom NOT IN (${VIVANTS})`, {
        silenceMs,
      });
      return { rendus, incertains };
    },
  };
}
