import type { Knex } from 'knex';
import { parametresSchema, type Parametres } from '../../../../core/parametres';
import type { ParametresStore } from '../../services/ports/moteur';

const CLE = 'plugin_sms-mailing_parametres';

/** One row of Strapi's own key-value table. */
export function createParametres(knex: Knex): ParametresStore {
  return {
    async read(): Promise<Parametres> {
      const ligne = await knex('strapi_core_store_settings')
        .where({ key: CLE })
        .first<{ value: string } | undefined>('value');
      return parametresSchema.parse(ligne === undefined ? {} : JSON.parse(ligne.value));
    },

    async write(parametres): Promise<void> {
      const value = JSON.stringify(parametres);
      await knex.transaction(async (trx) => {
        await trx.raw(`SELECT pg_advisory_xact_lock(hashtext('sms-mailing.parametres'))`);
        const touchees = await trx('strapi_core_store_settings')
          .where({ key: CLE })
          .update({ value });
        if (touchees === 0) {
          await trx('strapi_core_store_settings').insert({ key: CLE, value, type: 'object' });
        }
      });
    },
  };
}
